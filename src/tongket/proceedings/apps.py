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
        building = pkgutil.resolve_name("tongket.proceedings.actions.building")
        jobs = pkgutil.resolve_name("tongket.core.jobs")
        for name, handler in building.JOBS.items():
            jobs.register(name, handler)
        for name, handler in building.HOURLY.items():
            jobs.recurring(name, handler, every_hours=1)
        pkgutil.resolve_name("tongket.documents.parts:tell").append(building.note_change)
