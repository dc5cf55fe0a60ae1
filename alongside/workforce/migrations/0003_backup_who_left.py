from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workforce", "0002_stand_in")]

    operations = [
        migrations.AddField(
            model_name="standin",
            name="part",
            field=models.CharField(default="primary", max_length=8),
        ),
        migrations.AddConstraint(
            model_name="standin",
            constraint=models.CheckConstraint(
                condition=models.Q(("part__in", ["primary", "backup"])), name="a_part_that_ends_is_known"
            ),
        ),
    ]
