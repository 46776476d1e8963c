import tongket.papers.rules
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0002_remarks_have_turns'),
    ]

    operations = [
        migrations.AlterField(
            model_name='paperversion',
            name='state',
            field=models.CharField(choices=[('waiting', 'WAITING'), ('scanned', 'SCANNED'), ('done', 'DONE'), ('not_here', 'NOT_HERE'), ('unreadable', 'UNREADABLE')], default=tongket.papers.rules.Measured['WAITING'], max_length=10),
        ),
    ]
