from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0006_code_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="details",
            name="time_zone",
            field=alongside.vault.fields.SealedText(),
        ),
    ]
