"""The ASGI application that `tongket serve` and any other server runs."""

import os
import warnings

from django.core.asgi import get_asgi_application

# Static files are small and read whole; that whitenoise hands them over by a plain iterator does no harm.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.config.settings")
application = get_asgi_application()
