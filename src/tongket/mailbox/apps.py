"""The app of mail: registers its menu entries, jobs and handlers."""

from django.apps import AppConfig


class MailboxConfig(AppConfig):
    name = "tongket.mailbox"
    label = "mailbox"
