"""The ASGI application that `tongket serve` and any other server runs."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.config.settings")
application = get_asgi_application()
