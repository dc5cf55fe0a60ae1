import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0002_admission"),
        ("consent", "0003_what_is_asked"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutingWords",
            fields=[
                ("language", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("words", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
        ),
    ]
