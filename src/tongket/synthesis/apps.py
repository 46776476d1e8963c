"""The app of synthesis: registers its menu entry, its jobs, its kinds of document, and what it wants to hear of."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class SynthesisConfig(AppConfig):
    name = "tongket.synthesis"
    label = "synthesis"

    def ready(self) -> None:
        # All of these touch rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.synthesis.menu:ENTRIES"):
            add_to_menu(entry)
        register_job = pkgutil.resolve_name("tongket.core.jobs:register")
        for name, handler in pkgutil.resolve_name("tongket.synthesis.actions.following:JOBS").items():
            register_job(name, handler)
        pkgutil.resolve_name("tongket.synthesis.kinds:register")()
        note_review = pkgutil.resolve_name("tongket.synthesis.actions.following:note_review")
        pkgutil.resolve_name("tongket.reviews.telling:tell").append(note_review)
        note_letters = pkgutil.resolve_name("tongket.synthesis.actions.lettering:note_letters")
        pkgutil.resolve_name("tongket.documents.parts:tell").append(note_letters)
        carry_open = pkgutil.resolve_name("tongket.synthesis.actions.carrying:carry_open")
        pkgutil.resolve_name("tongket.conferences.begun:tell").append(carry_open)
        pass_back = pkgutil.resolve_name("tongket.synthesis.actions.carrying:pass_back")
        pkgutil.resolve_name("tongket.conferences.begun:tell_unmade").append(pass_back)
        open_todo = pkgutil.resolve_name("tongket.synthesis.queries.open_before:open_todo")
        pkgutil.resolve_name("tongket.conferences.queries.todo:MORE").append(open_todo)
