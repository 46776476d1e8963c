from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("synthesis", "0002_shelves")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="has_drawings",
            field=models.BooleanField(default=True),
        ),
    ]
