"""Shelves become two columns of bytes; none that is kept fits the new form, so all are made anew with the next run."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('synthesis', '0003_placements_without_groups'),
    ]

    operations = [
        migrations.RunSQL('DELETE FROM synthesis_kept', migrations.RunSQL.noop),
        migrations.RemoveField(model_name='kept', name='lines'),
        migrations.RemoveField(model_name='kept', name='words'),
        migrations.RemoveField(model_name='kept', name='stands'),
        migrations.AddField(
            model_name='kept', name='fixed', field=models.BinaryField(default=b''), preserve_default=False
        ),
        migrations.AddField(
            model_name='kept', name='standing', field=models.BinaryField(default=b''), preserve_default=False
        ),
    ]
