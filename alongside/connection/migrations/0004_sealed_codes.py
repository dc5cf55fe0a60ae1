from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("connection", "0003_moved")]

    operations = [
        migrations.RemoveConstraint("shift", "a_kind_of_shift_is_known"),
        migrations.RemoveConstraint("shift", "a_response_is_known"),
        migrations.RemoveConstraint("seasonchange", "a_season_is_known"),
        migrations.RemoveField("noteversion", "kind"),
        migrations.RemoveField("shift", "kind"),
        migrations.RemoveField("shift", "lens"),
        migrations.RemoveField("shift", "response"),
        migrations.RemoveField("seasonchange", "season"),
        migrations.AddField("noteversion", "kind", alongside.vault.fields.SealedChoice()),
        migrations.AddField("shift", "kind", alongside.vault.fields.SealedChoice()),
        migrations.AddField("shift", "lens", alongside.vault.fields.SealedChoices()),
        migrations.AddField("shift", "response", alongside.vault.fields.SealedChoice()),
        migrations.AddField("seasonchange", "season", alongside.vault.fields.SealedChoice()),
    ]
