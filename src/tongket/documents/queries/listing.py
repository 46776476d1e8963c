"""Documents, recipients and register lines as JSON."""

from typing import Any

from tongket.documents.models import Document, Entry, Recipient
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.queries.getting import fault_of

Json = dict[str, Any]


def document_as_json(document: Document) -> Json:
    """A document without its text; one that has its line in the register must come with `entry`."""
    return {
        "id": document.pk,
        "conference": document.conference_id,
        "kind": document.kind,
        "state": document.state,
        "revision": document.revision,
        "label": label_of(document),
        "title": title_of(document),
        "subject": document.subject,
        "symbol": document.symbol,
        "dated_on": document.dated_on,
        "clause": document.clause or None,
        "signer": document.signer_name,
        "replaces": document.replaces_id,
        "signed_as": document.signed_as or None,
    }


def recipient_as_json(recipient: Recipient) -> Json:
    """A recipient with how far the document got."""
    return {
        "id": recipient.pk,
        "role": recipient.role,
        "unit": recipient.unit_id,
        "name": recipient.name,
        "email": recipient.email,
        "copies": recipient.copies,
        "reached": recipient.reached,
        "sent_at": recipient.sent_at,
        "opened_at": recipient.opened_at,
        "received_at": recipient.received_at,
        "received_by": recipient.received_by,
        "fault": fault_of(recipient) or None,
    }


def entry_as_json(entry: Entry) -> Json:
    """A line of the register with the fields of the official one."""
    return {
        "id": entry.pk,
        "number": entry.number,
        "symbol": entry.symbol,
        "series": entry.register.series,
        "dated_on": entry.dated_on,
        "type_name": entry.type_name,
        "subject": entry.subject,
        "signer": entry.signer,
        "recipients": entry.recipients,
        "kept_by": entry.kept_by,
        "copies": entry.copies,
        "handed_over_on": entry.handed_over_on,
        "received_by": entry.received_by,
        "note": entry.note,
        "is_cancelled": entry.is_cancelled,
        "document": entry.document_id,
    }
