from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("goals", "0002_support_and_long_view")]

    operations = [
        migrations.RemoveConstraint("supportchange", "a_level_of_support_is_known"),
        migrations.RemoveConstraint("taperstep", "a_pace_is_known"),
        migrations.RemoveConstraint("taperturn", "a_move_of_a_taper_is_known"),
        migrations.RemoveConstraint("selfdescription", "a_life_area_is_known"),
        migrations.RemoveField("supportchange", "level"),
        migrations.RemoveField("supportchange", "asked_by"),
        migrations.RemoveField("taperstep", "pace"),
        migrations.RemoveField("taperturn", "move"),
        migrations.RemoveField("taperturn", "pace"),
        migrations.RemoveField("taperturn", "asked_by"),
        migrations.RemoveField("selfdescription", "area"),
        migrations.AddField("supportchange", "level", alongside.vault.fields.SealedChoice()),
        migrations.AddField("supportchange", "asked_by", alongside.vault.fields.SealedChoice()),
        migrations.AddField("taperstep", "pace", alongside.vault.fields.SealedChoice()),
        migrations.AddField("taperturn", "move", alongside.vault.fields.SealedChoice()),
        migrations.AddField("taperturn", "pace", alongside.vault.fields.SealedChoice()),
        migrations.AddField("taperturn", "asked_by", alongside.vault.fields.SealedChoice()),
        migrations.AddField("selfdescription", "area", alongside.vault.fields.SealedChoice()),
    ]
