from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_on_their_page")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
