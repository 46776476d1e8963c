"""The app of conferences: registers its menu entries."""

from django.apps import AppConfig

from tongket.conferences.menu import ENTRIES
from tongket.core.menu import add_to_menu


class ConferencesConfig(AppConfig):
    name = "tongket.conferences"
    label = "conferences"

    def ready(self) -> None:
        for entry in ENTRIES:
            add_to_menu(entry)
