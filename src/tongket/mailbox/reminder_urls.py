"""Addresses of reminders and their ladder."""

from django.urls import path

from tongket.mailbox.views import reminders

urlpatterns = [
    path("conferences/<int:conference_id>/mail/reminders", reminders.reminders, name="reminders"),
    path("conferences/<int:conference_id>/mail/ladder", reminders.ladder, name="ladder"),
]
