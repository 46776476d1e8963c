"""The app of mail: registers its menu entries, jobs and handlers."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu

# What works in the background, by the name of its job.
JOBS = {
    "mailbox.send": "tongket.mailbox.actions.sending:send_job",
    "mailbox.letters": "tongket.mailbox.actions.letters:letters_job",
    "mailbox.fetch": "tongket.mailbox.watching:fetch_now",
    "mailbox.climb": "tongket.mailbox.actions.reminders:climb_by_job",
}
# What comes back by itself every hour: whatever was left behind is looked at, and the ladders are climbed.
HOURLY = {
    "mailbox.look_again": "tongket.mailbox.actions.sending:send_job",
    "mailbox.climb_everywhere": "tongket.mailbox.actions.reminders:climb_everywhere",
}


class MailboxConfig(AppConfig):
    name = "tongket.mailbox"
    label = "mailbox"

    def ready(self) -> None:
        # Entries and jobs touch rows: they can be loaded only now that Django knows every app.
        tray = pkgutil.resolve_name("tongket.mailbox.tray_menu:ENTRY")
        for entry in (tray, *pkgutil.resolve_name("tongket.mailbox.menu:ENTRIES")):
            add_to_menu(entry)
        register = pkgutil.resolve_name("tongket.core.jobs:register")
        for name, handler in JOBS.items():
            register(name, pkgutil.resolve_name(handler))
        recurring = pkgutil.resolve_name("tongket.core.jobs:recurring")
        for name, handler in HOURLY.items():
            recurring(name, pkgutil.resolve_name(handler), every_hours=1)
