from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("practice", "0010_supervision")]

    operations = [
        migrations.AlterField("reflection", "footing", alongside.vault.fields.SealedText()),
    ]
