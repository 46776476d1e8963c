from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mailbox', '0002_incoming_kept_by_content'),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='kind',
            field=models.CharField(choices=[('document', 'DOCUMENT'), ('reminder', 'REMINDER'), ('receipt', 'RECEIPT'), ('correction', 'CORRECTION'), ('returned', 'RETURNED'), ('free', 'FREE')], max_length=12),
        ),
    ]
