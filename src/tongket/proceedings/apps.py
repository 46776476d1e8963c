"""The app of proceedings."""

from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "tongket.proceedings"
    label = "proceedings"
