"""The app of proceedings: registers its menu entry, its jobs, and that it wants to know when a part changes."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class ProceedingsConfig(AppConfig):
    name = "tongket.proceedings"
    label = "proceedings"

    def ready(self) -> None:
        # Entries and jobs touch rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.proceedings.menu:ENTRIES"):
            add_to_menu(entry)
        register, recurring = (pkgutil.resolve_name(f"tongket.core.jobs:{name}") for name in ("register", "recurring"))
        for name, handler in pkgutil.resolve_name("tongket.proceedings.actions.building:JOBS").items():
            register(name, handler)
        for name, handler in pkgutil.resolve_name("tongket.proceedings.actions.building:HOURLY").items():
            recurring(name, handler, every_hours=1)
        note_change = pkgutil.resolve_name("tongket.proceedings.actions.building:note_change")
        pkgutil.resolve_name("tongket.documents.parts:tell").append(note_change)
        pkgutil.resolve_name("tongket.proceedings.kinds:register")()
