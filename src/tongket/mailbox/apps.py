"""The app of mail: registers its menu entries, jobs and handlers."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu

# What works in the background, by the name of its job.
JOBS = {
    "mailbox.send": "tongket.mailbox.actions.sending:send_job",
    "mailbox.letters": "tongket.mailbox.actions.letters:letters_job",
    "mailbox.fetch": "tongket.mailbox.watching:fetch_now",
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
        # A safety net: whatever was left behind is looked at every hour, even if no message is sent.
        recurring = pkgutil.resolve_name("tongket.core.jobs:recurring")
        recurring("mailbox.look_again", pkgutil.resolve_name(JOBS["mailbox.send"]), every_hours=1)
