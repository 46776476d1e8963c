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
        reminders = pkgutil.resolve_name("tongket.mailbox.actions.reminders")
        jobs = pkgutil.resolve_name("tongket.core.jobs")
        jobs.register(reminders.CLIMB, reminders.climb_by_job)
        jobs.recurring("mailbox.climb_everywhere", reminders.climb_everywhere, every_hours=1)
