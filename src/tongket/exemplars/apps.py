"""The app of exemplars: registers its menu entry."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class ExemplarsConfig(AppConfig):
    name = "tongket.exemplars"
    label = "exemplars"

    def ready(self) -> None:
        for entry in pkgutil.resolve_name("tongket.exemplars.menu:ENTRIES"):
            add_to_menu(entry)
