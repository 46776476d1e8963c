"""The app of papers."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "tongket.papers"
    label = "papers"
