"""An agency that stood before leaves these parts off until it wants them."""

from typing import Any

from django.db import migrations

PARTS = ("extracts", "hud")


def left_off(apps: Any, _editor: Any) -> None:
    for row in apps.get_model("agency", "Agency").objects.all():
        row.features_off = sorted({*row.features_off, *PARTS})
        row.save(update_fields=["features_off"])


class Migration(migrations.Migration):
    dependencies = [("extracts", "0001_tables"), ("agency", "0001_tables")]
    operations = [migrations.RunPython(left_off, migrations.RunPython.noop)]
