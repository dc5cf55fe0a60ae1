from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [("participants", "0004_same_person_twice")]

    operations = [
        migrations.RemoveConstraint("theirchoice", "a_choice_of_theirs_is_known"),
        migrations.RemoveConstraint("gentletopic", "a_topic_has_one_stance"),
        migrations.RemoveField("theirchoice", "answer"),
        migrations.RemoveField("gentletopic", "topic"),
        migrations.RemoveField("gentletopic", "stance"),
        migrations.RemoveField("contactpoint", "may_call"),
        migrations.RemoveField("contactpoint", "may_leave_message"),
        migrations.RemoveField("contactpoint", "may_text"),
        migrations.RemoveField("contactpoint", "may_say_who"),
        migrations.AddField("theirchoice", "answer", alongside.vault.fields.SealedChoice()),
        migrations.AddField("gentletopic", "topic", alongside.vault.fields.SealedChoice()),
        migrations.AddField("gentletopic", "stance", alongside.vault.fields.SealedChoice()),
        migrations.AddField("contactpoint", "may_call", alongside.vault.fields.SealedChoice()),
        migrations.AddField("contactpoint", "may_leave_message", alongside.vault.fields.SealedChoice()),
        migrations.AddField("contactpoint", "may_text", alongside.vault.fields.SealedChoice()),
        migrations.AddField("contactpoint", "may_say_who", alongside.vault.fields.SealedChoice()),
        migrations.AddConstraint(
            "theirchoice",
            models.CheckConstraint(
                condition=models.Q(about__in=["touch", "law", "cert"]),
                name="what_they_choose_about_is_known",
            ),
        ),
    ]
