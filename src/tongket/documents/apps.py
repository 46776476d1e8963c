"""The app of official documents: registers its menu entries, jobs and parts of the proceedings."""

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
        register = pkgutil.resolve_name("tongket.core.jobs:register")
        for name, handler in pkgutil.resolve_name("tongket.documents.actions.batch_work:JOBS").items():
            register(name, handler)
        register_part = pkgutil.resolve_name("tongket.documents.parts:register_part")
        for part in pkgutil.resolve_name("tongket.documents.queries.volume:PARTS"):
            register_part(part)
