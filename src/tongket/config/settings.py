"""The one settings file; every value comes from the environment or has a working local default."""

from importlib.metadata import entry_points
from pathlib import Path

from tongket import __version__
from tongket.config.environment import bundle_key, data_folder, database, flag, names, secret_key, text

PACKAGE = Path(__file__).resolve().parent.parent
HOME = data_folder()

DEBUG = flag("TONGKET_DEBUG", default=False)
SECRET_KEY = secret_key(HOME)
# Signs what this installation reports upward; who receives it compares its digits once.
BUNDLE_KEY = bundle_key(HOME)
ALLOWED_HOSTS = names("TONGKET_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = names("TONGKET_ORIGINS")
# Where the clock may be moved: the demo, a rehearsal. A real installation never asks the database for the time.
CLOCK_MOVABLE = flag("TONGKET_CLOCK_MOVABLE", default=False)

# Rooms in their order (docs/architecture.md); a third party's room joins through the entry point `tongket.rooms`.
ROOMS = [
    "tongket.core",
    "tongket.accounts",
    "tongket.units",
    "tongket.conferences",
    "tongket.documents",
    "tongket.mailbox",
    "tongket.exemplars",
    "tongket.reviews",
    "tongket.papers",
    "tongket.delegates",
    "tongket.synthesis",
    "tongket.proceedings",
    *sorted(point.value for point in entry_points(group="tongket.rooms")),
]
INSTALLED_APPS = [
    *ROOMS,
    "tongket.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials.apps.SimpleAppConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "tongket.core.middleware.page_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tongket.core.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tongket.core.middleware.one_clock",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tongket.accounts.middleware.first_run",
    "tongket.accounts.middleware.ClosedByDefault",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tongket.conferences.middleware.TellCalledOff",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "tongket.config.urls"
ASGI_APPLICATION = "tongket.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tongket.core.shell.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "tongket.core.templatetags.shell",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
        },
    }
]

DATABASES = {"default": database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "tongket.accounts.validators.LongEnough", "OPTIONS": {"min_length": 8}},
    {"NAME": "tongket.accounts.validators.NotCommon"},
    {"NAME": "tongket.accounts.validators.NotDigitsOnly"},
]
# Where the server is reached from other machines, the first account is made with this code only.
SETUP_CODE = text("TONGKET_SETUP_CODE")
FIRST_RUN_URL = "units:first_run"
API_PREFIX = "/api/"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "conferences:landing"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = flag("TONGKET_HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = text("TZ", "Asia/Ho_Chi_Minh")

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static" / __version__
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
UPLOAD_MAX_BYTES = int(text("TONGKET_UPLOAD_MAX_MB", "25")) * 1024 * 1024
# A model behind an OpenAI-compatible address that may be asked for wording; nothing is ever asked while it is empty.
WORDING = {
    "url": text("TONGKET_WORDING_URL"),
    "model": text("TONGKET_WORDING_MODEL", "default"),
    "key": text("TONGKET_WORDING_KEY"),
    "seconds": float(text("TONGKET_WORDING_SECONDS", "60")),
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Mail is set up on the page “Hộp thư”, or here; what stands here cannot be changed on the page.
SMTP_URL = text("TONGKET_SMTP_URL")
MAIL_FROM = text("TONGKET_MAIL_FROM")
MAIL_REPLY_TO = text("TONGKET_MAIL_REPLY_TO")
IMAP_URL = text("TONGKET_IMAP_URL")

TASKS = {"default": {"BACKEND": text("TONGKET_TASKS", "django_tasks_db.DatabaseBackend")}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": text("TONGKET_LOG", "WARNING")},
}
