from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("journey", "0003_versions")]

    operations = [
        migrations.RemoveConstraint("answer", "a_choice_is_one_of_those_offered"),
        migrations.RemoveField("welcomed", "language"),
        migrations.RemoveField("welcomed", "wording"),
        migrations.RemoveField("answer", "asked_in"),
        migrations.RemoveField("answer", "choice"),
        migrations.AddField("welcomed", "language", alongside.vault.fields.SealedText()),
        migrations.AddField("welcomed", "wording", alongside.vault.fields.SealedText()),
        migrations.AddField("answer", "asked_in", alongside.vault.fields.SealedText()),
        migrations.AddField("answer", "choice", alongside.vault.fields.SealedChoice()),
    ]
