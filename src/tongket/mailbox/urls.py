"""The addresses of this room."""

from django.urls import URLPattern

from tongket.mailbox.reminder_urls import urlpatterns as reminder_urls

app_name = "mailbox"
urlpatterns: list[URLPattern] = [*reminder_urls]
