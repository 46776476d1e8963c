"""The app of what has no noun."""

import pkgutil

from django.apps import AppConfig

from tongket.core.form_words import say_faults_our_way


class CoreConfig(AppConfig):
    name = "tongket.core"
    label = "core"

    def ready(self) -> None:
        say_faults_our_way()
        # Jobs are rows of a table: their module can be loaded only now that Django knows every app.
        recurring = pkgutil.resolve_name("tongket.core.jobs:recurring")
        recurring("core.tidy", pkgutil.resolve_name("tongket.core.tidying:tidy"), every_hours=24)
