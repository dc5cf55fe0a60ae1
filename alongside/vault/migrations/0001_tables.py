import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Key",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField()),
                ("door", models.CharField(max_length=20)),
                ("participant_id", models.UUIDField(blank=True, null=True)),
                ("contact_id", models.UUIDField(blank=True, null=True)),
                ("staff_id", models.UUIDField(blank=True, null=True)),
                ("thing_id", models.UUIDField(blank=True, null=True)),
                ("wrapped", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant_id"], name="key_by_participant"),
                    models.Index(fields=["contact_id"], name="key_by_contact"),
                    models.Index(fields=["staff_id"], name="key_by_staff"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key_id", "door"), name="a_key_is_wrapped_once_for_a_door"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("participant_id__isnull", False),
                            ("contact_id__isnull", False),
                            ("staff_id__isnull", False),
                            ("thing_id__isnull", False),
                            _connector="OR",
                        ),
                        name="a_key_has_an_owner",
                    ),
                ],
            },
        ),
    ]
