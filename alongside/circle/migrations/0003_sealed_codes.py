from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("circle", "0002_their_page")]

    operations = [
        migrations.RemoveField("casedecision", "their_part"),
        migrations.RemoveField("clarity", "sees"),
        migrations.RemoveField("clarity", "answer"),
        migrations.RemoveField("worry", "choice"),
        migrations.RemoveField("concern", "how"),
        migrations.AddField("casedecision", "their_part", alongside.vault.fields.SealedChoice()),
        migrations.AddField("clarity", "sees", alongside.vault.fields.SealedChoice()),
        migrations.AddField("clarity", "answer", alongside.vault.fields.SealedChoice()),
        migrations.AddField("worry", "choice", alongside.vault.fields.SealedChoice()),
        migrations.AddField("concern", "how", alongside.vault.fields.SealedChoice()),
    ]
