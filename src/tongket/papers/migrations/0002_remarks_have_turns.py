import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('conferences', '0006_evidence_from_mail'),
        ('papers', '0001_papers_versions_remarks'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='remark',
            name='place',
        ),
        migrations.CreateModel(
            name='RemarkTurn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('duty', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='remark_turn', to='conferences.duty')),
                ('remark', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='turn', to='papers.remark')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('duty__isnull', True), ('remark__isnull', True), _connector='XOR'), name='turn_of_nobody_or_two')],
            },
        ),
    ]
