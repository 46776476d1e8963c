"""The app of synthesis."""

from django.apps import AppConfig


class SynthesisConfig(AppConfig):
    name = "tongket.synthesis"
    label = "synthesis"
