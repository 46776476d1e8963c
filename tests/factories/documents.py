"""Makes official documents and what belongs to them."""

from datetime import date
from itertools import count

from tests.factories.conferences import NOW, make_conference, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import files
from tongket.documents.models import Document, Entry, Recipient, Register, Step
from tongket.documents.render.json_form import to_json
from tongket.documents.render.values import Issuer, OfficialDocument, Paragraph, Signature, text
from tongket.documents.rules import LEFT, NUMBERED, DocumentState, Reached, RecipientRole
from tongket.units.models import Unit

FREE = {DocumentState.DRAFT, DocumentState.CHECKED, DocumentState.RETURNED, DocumentState.DROPPED}
_numbers = count(1)


def frozen_form(subject: str) -> dict[str, object]:
    """A whole document as it is kept once it was approved."""
    whole = OfficialDocument(
        issuer=Issuer(own=("BAN THƯỜNG TRỰC",), above=("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ")),
        symbol="MTTQ-BTT",
        subject=subject,
        body=(Paragraph(text("Đề nghị các cơ quan, đơn vị chuẩn bị tham luận./.")),),
        place="Tam Kỳ",
        addressees=("Các cơ quan, đơn vị",),
        signatures=(Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Thu Hiền"),),
        recipients=("Như trên", "Lưu: VT, PT"),
    )
    return to_json(whole)


def make_document(
    *,
    conference: Conference | None = None,
    kind: str = "request",
    state: DocumentState = DocumentState.DRAFT,
    subject: str = "chuẩn bị tham luận tại hội nghị",
    body: str = "Đề nghị các cơ quan, đơn vị chuẩn bị tham luận./.",
    clause: str = "I/1",
    number: int | None = None,
    by: User | None = None,
) -> Document:
    """A document in a state; a numbered one has its line in the register, one that left has its files."""
    conference = conference or make_conference()
    by = by or make_user()
    document = Document.objects.create(
        conference=conference,
        kind=kind,
        ordinal=next(_numbers),
        state=state,
        subject=subject,
        body=body,
        clause=clause,
        symbol="MTTQ-BTT",
        place="Tam Kỳ",
        dated_on=date(2024, 10, 14) if state in NUMBERED else None,
        signer_authority=["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"],
        signer_name="Nguyễn Thị Thu Hiền",
        archive_line="Lưu: VT, PT",
        is_edited=True,
        frozen=None if state in FREE else frozen_form(subject),
        docx=files.store(data=b"PK docx", name="v.docx", now=NOW) if state in LEFT else None,
        pdf=files.store(data=b"%PDF-1.7 v", name="v.pdf", now=NOW) if state in LEFT else None,
        made_by=by,
        made_at=NOW,
    )
    Step.objects.create(document=document, state=DocumentState.DRAFT, made_by=by, made_at=NOW)
    if state in NUMBERED:
        make_entry(document=document, number=number, unit=conference.host, by=by)
    return document


def make_register(*, unit: Unit, year: int = 2024, series: str = "", first_number: int = 1) -> Register:
    """A series; the same one where it is there."""
    found, _made = Register.objects.get_or_create(
        unit=unit, year=year, series=series, defaults={"first_number": first_number}
    )
    return found


def make_entry(
    *,
    unit: Unit,
    document: Document | None = None,
    number: int | None = None,
    register: Register | None = None,
    subject: str = "Báo cáo quý III",
    by: User | None = None,
) -> Entry:
    """A line of the register, the next one unless a number is given."""
    register = register or make_register(unit=unit)
    last = register.entries.order_by("-number").first()
    return Entry.objects.create(
        register=register,
        number=number or (last.number + 1 if last else 1),
        symbol=document.symbol if document else "BC-MTTQ-BTT",
        unit=unit,
        year=register.year,
        document=document,
        dated_on=date(2024, 10, 14),
        subject=document.subject if document else subject,
        made_by=by or make_user(),
        made_at=NOW,
    )


def make_recipient(
    *,
    document: Document,
    unit: Unit | None = None,
    name: str = "",
    role: RecipientRole = RecipientRole.ADDRESSEE,
    reached: Reached = Reached.NOT_SENT,
    copies: int = 1,
) -> Recipient:
    """Somebody who gets the document, the last of its list."""
    return Recipient.objects.create(
        document=document,
        ordinal=document.recipients.count() + 1,
        role=role,
        unit=unit,
        name=name or (unit.name if unit else "Ban Phong trào UBMTTQ Việt Nam tỉnh"),
        copies=copies,
        reached=reached,
        received_at=NOW if reached is Reached.RECEIVED else None,
    )
