"""The app of people who log in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "tongket.accounts"
    label = "accounts"
