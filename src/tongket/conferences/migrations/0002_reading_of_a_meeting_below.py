import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A plan may be that of a unit's own meeting, below the conference that asked for it."""

    dependencies = [("conferences", "0001_plan_facts_duties")]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conferences.conference",
            ),
        ),
    ]
