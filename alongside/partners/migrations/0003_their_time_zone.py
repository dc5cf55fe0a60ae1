from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0002_case_management_agencies"),
    ]

    operations = [
        migrations.AddField(
            model_name="partneragency",
            name="time_zone",
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
