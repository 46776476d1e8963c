"""The app of delegates: takes over the duty to send somebody, the documents that name people, and its menu entry."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class DelegatesConfig(AppConfig):
    name = "tongket.delegates"
    label = "delegates"

    def ready(self) -> None:
        for entry in pkgutil.resolve_name("tongket.delegates.menu:ENTRIES"):
            add_to_menu(entry)
        for registry in ("kinds", "letters", "way_back"):
            pkgutil.resolve_name(f"tongket.delegates.{registry}:register")()
