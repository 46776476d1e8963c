"""Where a document is put into the outbox; that room stands above this one, so only its address is known here."""

from django.urls import NoReverseMatch, reverse

from tongket.documents.models import Document


def mail_address(document: Document) -> str:
    """The page that writes the messages for a document; empty where no room of mail is there."""
    try:
        return reverse("mailbox:send_document", args=[document.pk])
    except NoReverseMatch:
        return ""
