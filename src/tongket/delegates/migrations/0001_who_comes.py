import django.db.models.deletion
import tongket.conferences.rules
import tongket.delegates.rules
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('conferences', '0007_cancelled_conference'),
        ('core', '0001_audit_files_jobs_settings'),
        ('units', '0001_units_names_people'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(blank=True, max_length=200)),
                ('clause', models.CharField(blank=True, max_length=80)),
                ('title', models.CharField(blank=True, max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('post', models.CharField(blank=True, max_length=200)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('part', models.CharField(blank=True, max_length=60)),
                ('answer', models.CharField(choices=[('asked', 'ASKED'), ('coming', 'COMING'), ('absent', 'ABSENT')], default=tongket.delegates.rules.Answer['ASKED'], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('place', models.PositiveSmallIntegerField(null=True)),
                ('channel', models.CharField(choices=[('web', 'WEB'), ('email', 'EMAIL'), ('zalo', 'ZALO'), ('paper', 'PAPER'), ('usb', 'USB'), ('phone', 'PHONE')], default=tongket.conferences.rules.Channel['WEB'], max_length=10)),
                ('answered_at', models.DateTimeField(null=True)),
                ('made_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegates', to='conferences.conference')),
                ('duty', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='delegates', to='conferences.duty')),
                ('instead_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='delegates.delegate')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='units.person')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='GroupSize',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clause', models.CharField(max_length=80)),
                ('each', models.PositiveSmallIntegerField()),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_sizes', to='conferences.conference')),
            ],
        ),
        migrations.CreateModel(
            name='LineBefore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('values', models.JSONField(null=True)),
                ('revision', models.PositiveIntegerField()),
                ('delegate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='delegates.delegate')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.event')),
            ],
        ),
        migrations.AddIndex(
            model_name='delegate',
            index=models.Index(fields=['conference', 'duty'], name='delegate_by_duty'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('answer', tongket.delegates.rules.Answer['ASKED']), ('answered_at__isnull', False), _connector='OR'), name='delegate_answered_without_time'),
        ),
        migrations.AddConstraint(
            model_name='groupsize',
            constraint=models.UniqueConstraint(fields=('conference', 'clause'), name='group_size_twice'),
        ),
        migrations.AddConstraint(
            model_name='groupsize',
            constraint=models.CheckConstraint(condition=models.Q(('each__gte', 1)), name='group_of_nobody'),
        ),
        migrations.AddConstraint(
            model_name='linebefore',
            constraint=models.UniqueConstraint(fields=('event', 'delegate'), name='line_before_twice'),
        ),
    ]
