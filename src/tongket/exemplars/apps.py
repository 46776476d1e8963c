"""The app of exemplars."""

from django.apps import AppConfig


class ExemplarsConfig(AppConfig):
    name = "tongket.exemplars"
    label = "exemplars"
