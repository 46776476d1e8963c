"""Under which name a document, or a part of the work at it, lies among the downloads of who took it."""

from tongket.documents.batches import download_stem
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.rules import NUMBERED


def download_name(document: Document, ending: str, *, part: str = "") -> str:
    """`Giấy mời 12 - bản in đợt 1 - dự hội nghị tổng kết.pdf`; may ask for its register line."""
    kind = KINDS.get(document.kind)
    number = f"{document.entry.number:02d}" if document.state in NUMBERED else ""
    return f"{download_stem(kind.type_name if kind else '', number, document.subject, part=part)}.{ending}"
