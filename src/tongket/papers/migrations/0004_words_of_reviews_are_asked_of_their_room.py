from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_versions_that_are_recognised")]

    operations = [migrations.DeleteModel(name="ReviewText")]
