"""The app of official documents: registers its menu entries."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class DocumentsConfig(AppConfig):
    name = "tongket.documents"
    label = "documents"

    def ready(self) -> None:
        # The entries ask for rights, which are rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.documents.menu:ENTRIES"):
            add_to_menu(entry)
