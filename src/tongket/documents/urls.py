"""Addresses of documents: the desk, one document, the leader's queue, the register, and the letters of units."""

from django.urls import path

from tongket.documents.template_urls import urlpatterns as template_urls
from tongket.documents.views import desk, document, letters, queue, recipients, register, undo, write

app_name = "documents"
HERE = "conferences/<int:conference_id>/"
ONE = "documents/<int:document_id>/"
urlpatterns = [
    path(f"{HERE}documents/", desk.desk, name="desk"),
    path(f"{HERE}documents/new", desk.new, name="new"),
    path(f"{HERE}documents/to-sign", queue.queue, name="queue"),
    path(ONE, document.document, name="document"),
    path(f"{ONE}write", write.write, name="write"),
    path(f"{ONE}preview", write.preview, name="preview"),
    path(f"{ONE}recipients", recipients.recipients, name="recipients"),
    path(f"{ONE}hand-out", recipients.hand_out, name="hand_out"),
    path(f"{ONE}document.docx", document.word, name="word"),
    path(f"{ONE}document.pdf", document.pdf, name="pdf"),
    path(f"{ONE}signed", document.signed, name="signed"),
    path("documents/undo/<int:event_id>", undo.undo, name="take_back"),
    path(f"{HERE}register/", register.register, name="register"),
    path(f"{HERE}register/print", register.register_print, name="register_print"),
    path(f"{HERE}register/register.xlsx", register.workbook, name="workbook"),
    path(f"{HERE}register/outside", register.outside, name="outside"),
    path(f"{HERE}register/numbering", register.numbering, name="numbering"),
    path(f"{HERE}register/<int:entry_id>", register.entry, name="entry"),
    path(f"{HERE}letters/", letters.letters, name="letters"),
    path("letters/<int:recipient_id>/", letters.letter, name="letter"),
    path("letters/<int:recipient_id>/file", letters.letter_file, name="letter_file"),
    *template_urls,
]
