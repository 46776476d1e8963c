"""The app of conferences: registers its menu entries."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class ConferencesConfig(AppConfig):
    name = "tongket.conferences"
    label = "conferences"

    def ready(self) -> None:
        # The entries ask for rights, which are rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.conferences.menu:ENTRIES"):
            add_to_menu(entry)
