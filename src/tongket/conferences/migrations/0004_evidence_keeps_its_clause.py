from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def keep_clause(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now no plan was corrected, so the clause of the duty is the one that asked for what was handed in."""
    duties = apps.get_model('conferences', 'Duty').objects.filter(pk=OuterRef('duty'))
    apps.get_model('conferences', 'Evidence').objects.update(clause=Subquery(duties.values('clause')[:1]))


class Migration(migrations.Migration):

    dependencies = [
        ('conferences', '0003_corrected_plan_in_versions'),
    ]

    operations = [
        migrations.RunPython(keep_clause, migrations.RunPython.noop),
    ]
