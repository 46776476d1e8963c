"""The addresses of this room: the outbox and its messages; what comes in has its own list."""

from django.urls import path

from tongket.mailbox.reminder_urls import urlpatterns as reminder_urls
from tongket.mailbox.tray_urls import urlpatterns as tray_urls
from tongket.mailbox.views import by_link, calling_off, eml, message, outbox, saying, settings, words, writing

app_name = "mailbox"
urlpatterns = [
    *tray_urls,
    path("conferences/<int:conference_id>/outbox/", outbox.outbox, name="outbox"),
    path("conferences/<int:conference_id>/outbox/discard", outbox.discard, name="discard"),
    path("conferences/<int:conference_id>/outbox/progress", outbox.progress, name="progress"),
    path("conferences/<int:conference_id>/outbox/eml.zip", eml.many, name="eml_zip"),
    path("conferences/<int:conference_id>/outbox/free", writing.free, name="free"),
    path("conferences/<int:conference_id>/outbox/tell/<int:ordinal>", writing.tell, name="tell"),
    path("conferences/<int:conference_id>/call-off", calling_off.calling_off, name="call_off"),
    path("conferences/undo-call-off/<int:event_id>", calling_off.take_back, name="take_back_call_off"),
    path("documents/<int:document_id>/letters", writing.letters, name="letters"),
    path("documents/<int:document_id>/letters", writing.letters, name="send_document"),
    path("messages/<int:message_id>/", message.message, name="message"),
    path("messages/<int:message_id>/eml", eml.one, name="eml"),
    path("messages/undo/<int:event_id>", saying.take_back, name="take_back"),
    path("units/<int:unit_id>/letters/", words.words, name="words"),
    path("units/<int:unit_id>/letters/<str:key>", words.edit, name="edit_words"),
    *reminder_urls,
    path("letter/<str:token>/", by_link.by_link, name="by_link"),
    path("letter/<str:token>/file", by_link.file_by_link, name="file_by_link"),
    path("mail/settings", settings.settings, name="settings"),
]
