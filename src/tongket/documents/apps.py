"""The app of official documents: registers its menu entries, kinds and jobs."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "tongket.documents"
    label = "documents"
