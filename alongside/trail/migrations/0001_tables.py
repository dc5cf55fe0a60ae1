import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="TrailHead",
            fields=[
                ("chain", models.UUIDField(primary_key=True, serialize=False)),
                ("place", models.BigIntegerField(default=0)),
                ("link", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="TrailEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("chain", models.UUIDField()),
                ("place", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("worked_at", models.DateTimeField()),
                ("door", models.CharField(max_length=20)),
                ("actor", models.UUIDField(null=True)),
                ("act", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=12)),
                ("kind", models.CharField(max_length=30)),
                ("ref", models.UUIDField(null=True)),
                ("link", models.BinaryField()),
            ],
            options={
                "indexes": [models.Index(fields=["actor", "-at"], name="trail_by_actor")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "place"), name="a_place_in_a_chain_is_taken_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("act__regex", "^[a-z0-9_]{1,40}$")),
                        name="an_act_is_a_verb_not_a_sentence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["done", "looked", "turned_away", "failed"])),
                        name="an_outcome_is_one_of_four",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__regex", "^[a-z_.]{0,30}$")),
                        name="a_kind_is_a_name_not_a_sentence",
                    ),
                ],
            },
        ),
    ]
