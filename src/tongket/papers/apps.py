"""The app of papers: registers its kinds of duty, its mail, its part of the volume, its menu entries and its jobs."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class PapersConfig(AppConfig):
    name = "tongket.papers"
    label = "papers"

    def ready(self) -> None:
        # All of these touch rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.papers.menu:ENTRIES"):
            add_to_menu(entry)
        register_job = pkgutil.resolve_name("tongket.core.jobs:register")
        for name, handler in pkgutil.resolve_name("tongket.papers.actions.measuring:JOBS").items():
            register_job(name, handler)
        tell = pkgutil.resolve_name("tongket.reviews.telling:tell")
        tell.append(pkgutil.resolve_name("tongket.papers.actions.measuring:review_changed"))
        for registry in ("kinds", "mail", "parts"):
            pkgutil.resolve_name(f"tongket.papers.{registry}:register")()
