"""The app of reviews: registers its kind of duty, its mail, its kind of document, its menu entries."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class ReviewsConfig(AppConfig):
    name = "tongket.reviews"
    label = "reviews"

    def ready(self) -> None:
        # All of these touch rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.reviews.menu:ENTRIES"):
            add_to_menu(entry)
        for registry in ("kinds", "mail", "document", "way_back"):
            pkgutil.resolve_name(f"tongket.reviews.{registry}:register")()
        tying = "tongket.reviews.actions.tying"
        pkgutil.resolve_name("tongket.reviews.telling:tell").extend(pkgutil.resolve_name(f"{tying}:LISTENERS"))
        pkgutil.resolve_name("tongket.exemplars.telling:tell").append(pkgutil.resolve_name(f"{tying}:add_up_tellers"))
