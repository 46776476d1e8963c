"""The app of mail: registers its menu entries, jobs and handlers."""

import pkgutil

from django.apps import AppConfig

from tongket.core.menu import add_to_menu


class MailboxConfig(AppConfig):
    name = "tongket.mailbox"
    label = "mailbox"

    def ready(self) -> None:
        # Entries and jobs ask rows: they can be loaded only now that Django knows every app.
        add_to_menu(pkgutil.resolve_name("tongket.mailbox.tray_menu:ENTRY"))
        register = pkgutil.resolve_name("tongket.core.jobs:register")
        register("mailbox.fetch", pkgutil.resolve_name("tongket.mailbox.watching:fetch_now"))
