"""The app of what has no noun."""

from django.apps import AppConfig

from tongket.core.jobs import recurring
from tongket.core.tidying import tidy


class CoreConfig(AppConfig):
    name = "tongket.core"
    label = "core"

    def ready(self) -> None:
        recurring("core.tidy", tidy, every_hours=24)
