"""Addresses of the tray: what came in."""

from django.urls import path

from tongket.mailbox.views import tray, tray_letter

urlpatterns = [
    path("conferences/<int:conference_id>/mail/in/", tray.tray, name="tray"),
    path("conferences/<int:conference_id>/mail/in/bring", tray.bring, name="tray_bring"),
    path("conferences/<int:conference_id>/mail/in/fetch", tray.fetch, name="tray_fetch"),
    path("conferences/<int:conference_id>/mail/in/<uuid:incoming_id>/", tray_letter.letter, name="tray_letter"),
    path("conferences/<int:conference_id>/mail/in/<uuid:incoming_id>/raw", tray_letter.raw, name="tray_raw"),
    path("conferences/<int:conference_id>/mail/in/<uuid:incoming_id>/back", tray_letter.back, name="tray_back"),
    path(
        "conferences/<int:conference_id>/mail/in/<uuid:incoming_id>/files/<int:ordinal>",
        tray_letter.file,
        name="tray_file",
    ),
]
