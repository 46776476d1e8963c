"""Tables of official documents: the document and its steps, recipients, the register, templates, bulk copies."""

from tongket.documents.models.batch import Batch, Copy, Part
from tongket.documents.models.document import Document, DocumentQuerySet, Recipient, Step
from tongket.documents.models.register import Entry, Register
from tongket.documents.models.template import Template

__all__ = [
    "Batch",
    "Copy",
    "Document",
    "DocumentQuerySet",
    "Entry",
    "Part",
    "Recipient",
    "Register",
    "Step",
    "Template",
]
