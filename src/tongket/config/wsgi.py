"""The WSGI application, for offices whose server speaks WSGI."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.config.settings")
application = get_wsgi_application()
