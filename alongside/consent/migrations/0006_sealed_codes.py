from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("consent", "0005_carried_out")]

    operations = [
        migrations.RemoveConstraint("lawfulexception", "a_kind_of_exception_is_known"),
        migrations.RemoveField("lawfulexception", "kind"),
        migrations.RemoveField("lawfulexception", "tell_first"),
        migrations.RemoveField("releasesigner", "how"),
        migrations.RemoveField("release", "withdrawn_how"),
        migrations.RemoveField("wishsaid", "wish"),
        migrations.AddField("lawfulexception", "kind", alongside.vault.fields.SealedChoice()),
        migrations.AddField("lawfulexception", "tell_first", alongside.vault.fields.SealedChoice()),
        migrations.AddField("releasesigner", "how", alongside.vault.fields.SealedChoice()),
        migrations.AddField("release", "withdrawn_how", alongside.vault.fields.SealedChoice()),
        migrations.AddField("wishsaid", "wish", alongside.vault.fields.SealedChoice()),
    ]
