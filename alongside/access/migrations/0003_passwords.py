"""A door reads no hash of a password: in its place a mark that changes with it, empty where there is none."""

from django.db import migrations, models

# In one statement, as the owner reads no row behind the wall.
MARKED = """
    alter table access_account add column mark uuid;
    alter table access_account alter column mark type uuid
        using case when left(password, 1) = '!' then null else gen_random_uuid() end
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_admission")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(MARKED, "alter table access_account drop column mark")],
            state_operations=[
                migrations.RemoveField("account", "password"),
                migrations.AddField("account", "mark", models.UUIDField(null=True, editable=False)),
            ],
        )
    ]
