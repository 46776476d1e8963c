"""The app of mail: registers its menu entries, jobs and handlers."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class MailboxConfig(AppConfig):
    name = "tongket.mailbox"
    label = "mailbox"

    def ready(self) -> None:
        # Entries and jobs ask for rows: they can be loaded only now that Django knows every app.
        for entry in pkgutil.resolve_name("tongket.mailbox.reminder_menu:ENTRIES"):
            add_to_menu(entry)
        register = pkgutil.resolve_name("tongket.core.jobs:register")
        recurring = pkgutil.resolve_name("tongket.core.jobs:recurring")
        register("mailbox.climb", pkgutil.resolve_name("tongket.mailbox.actions.reminders:climb_by_job"))
        everywhere = pkgutil.resolve_name("tongket.mailbox.actions.reminders:climb_everywhere")
        recurring("mailbox.climb_everywhere", everywhere, every_hours=1)
