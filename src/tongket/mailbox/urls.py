"""The addresses of this room."""

from tongket.mailbox.tray_urls import urlpatterns as tray_urls

app_name = "mailbox"
urlpatterns = [*tray_urls]
