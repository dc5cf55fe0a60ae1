from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("drafts", "0002_forms_kept")]

    operations = [
        migrations.AddField(
            model_name="formkept",
            name="led_to",
            field=models.CharField(blank=True, default="", max_length=500),
        ),
        migrations.AddField(
            model_name="formkept",
            name="mark",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
