"""The app of organisations: registers its menu entry."""

import pkgutil

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "tongket.units"
    label = "units"

    def ready(self) -> None:
        # The entry asks for rights, which are rows: it can be loaded only now that Django knows every app.
        pkgutil.resolve_name("tongket.core.menu:add_to_menu")(pkgutil.resolve_name("tongket.units.menu:ENTRY"))
