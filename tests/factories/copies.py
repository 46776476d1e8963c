"""Makes the lists of personal documents, and batches of their copies."""

from collections.abc import Mapping, Sequence

from tests.factories.conferences import NOW, make_conference, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.documents.actions.batches import Wish, start_batch
from tongket.documents.actions.copies import add_copies
from tongket.documents.actions.register import enter_number
from tongket.documents.copy_lists import read_list
from tongket.documents.models import Batch, Copy, Document
from tongket.documents.render.json_form import to_json
from tongket.documents.render.values import Issuer, OfficialDocument, Paragraph, Signature, text
from tongket.documents.rules import DocumentState

BODY = "Trân trọng kính mời «người được mời» «nội dung mời» hội nghị."


def letter(body: Sequence[str] = (BODY,)) -> OfficialDocument:
    """A short invitation with its two gaps."""
    return OfficialDocument(
        issuer=Issuer(("BAN THƯỜNG TRỰC",), ("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ")),
        symbol="GM-MTTQ-BTT",
        subject="Dự hội nghị tổng kết",
        body=tuple(Paragraph(text(line)) for line in body),
        number="12",
        place="Tam Kỳ",
        type_name="GIẤY MỜI",
        signatures=(Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Thu Hiền"),),
        recipients=("Như trên", "Lưu: VT"),
        title="Giấy mời",
    )


def make_invitation(
    *,
    conference: Conference | None = None,
    state: DocumentState = DocumentState.APPROVED,
    kind: str = "invitation",
    body: Sequence[str] = (BODY,),
    by: User | None = None,
) -> Document:
    """A personal document; from its approval on its text is frozen, a numbered one has its line in the register."""
    is_frozen = state not in {DocumentState.DRAFT, DocumentState.CHECKED, DocumentState.RETURNED, DocumentState.DROPPED}
    by = by or make_user()
    conference = conference or make_conference()
    document = Document.objects.create(
        conference=conference,
        kind=kind,
        ordinal=conference.documents.filter(kind=kind).count() + 1,
        state=state,
        subject="Dự hội nghị tổng kết",
        body="\n\n".join(body),
        is_edited=True,
        symbol="GM-MTTQ-BTT",
        place="Tam Kỳ",
        signer_name="Nguyễn Thị Thu Hiền",
        frozen=to_json(letter(body)) if is_frozen else None,
        made_by=by,
        made_at=NOW,
    )
    if state in {DocumentState.NUMBERED, DocumentState.ISSUED}:
        document.dated_on = NOW.date()
        document.save(update_fields=["dated_on"])
        enter_number(document=document, number=1, by=by, now=NOW)
    return document


def make_copies(
    document: Document, count: int = 3, *, common: Mapping[str, str] | None = None, by: User | None = None
) -> list[Copy]:
    """So many numbered people on the list of a document, with all that an invitation needs."""
    lines = "\n".join(
        f"Ông Nguyễn Văn {place}; Chủ tịch; Hội {place}; a{place}@thu.vn" for place in range(1, count + 1)
    )
    drafts = [line.draft for line in read_list(lines).new if line.draft is not None]
    values = {"noi_dung_moi": "tham dự"} if common is None else common
    return add_copies(document=document, drafts=drafts, common=values, by=by or make_user(), now=NOW)


def make_batch(document: Document, wish: Wish | None = None, *, by: User | None = None) -> Batch:
    """A batch of all copies, ordered and not begun."""
    return start_batch(document=document, wish=wish or Wish(), by=by or make_user(), now=NOW)
