from django.db import migrations

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("referrals", "0003_held_at")]

    operations = [
        migrations.RemoveConstraint("partneranswer", "an_answer_of_a_partner_is_known"),
        migrations.RemoveField("referral", "ways"),
        migrations.RemoveField("partneranswer", "answer"),
        migrations.AddField("referral", "ways", alongside.vault.fields.SealedChoices()),
        migrations.AddField("partneranswer", "answer", alongside.vault.fields.SealedChoice()),
    ]
