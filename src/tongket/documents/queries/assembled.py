"""A document as it is now, whole: drafts follow the conference, approved ones are what the leader saw."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tongket.core import clock, files
from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.documents.gaps import fill_document
from tongket.documents.issuers import meeting_signatures
from tongket.documents.kinds import KINDS, Kind, Signing, Values
from tongket.documents.markdown_text import as_markdown
from tongket.documents.models import Copy, Document, Entry
from tongket.documents.queries.certificates import CERTIFICATE, certificates_of, example_of, stock_on
from tongket.documents.queries.changed_values import changed_since
from tongket.documents.queries.making import Made, make_now, typed_values
from tongket.documents.queries.offices import office_of
from tongket.documents.queries.receivers import Receivers, receivers_of
from tongket.documents.render.docx import docx_of
from tongket.documents.render.json_form import from_json
from tongket.documents.render.markdown import parts_of
from tongket.documents.render.pdf import pdf_of, pdf_of_certificates
from tongket.documents.render.values import Issuer, OfficialDocument, Profile, Signature
from tongket.documents.templating import MISSING, TemplateFault, missing_in
from tongket.documents.titles import titled

DOCX = files.ZIPPED + "wordprocessingml.document"
PDF = "application/pdf"
NAME_OUT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document whole, what stands in its way, and which values are missing, as people call them."""

    document: OfficialDocument
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file as it leaves: name, bytes, type."""

    name: str
    data: bytes
    content_type: str


def assembled(document: Document, copy: Copy | None = None) -> Assembled:
    """The document as it is now, for one copy with its gaps filled; a constant number of queries.

    Until it is approved it is made anew: while nobody wrote in it from the template in force, else from what was
    written. From then on it is what was approved, with number and day as soon as it has them.
    """
    if document.frozen is not None:
        whole = Assembled(_numbered(from_json(document.frozen), document))
    else:
        whole = _now(document)
    return whole if copy is None else _for_one(whole, KINDS[document.kind], copy)


def _for_one(whole: Assembled, kind: Kind, copy: Copy) -> Assembled:
    filled, names = fill_document(whole.document, copy.values)
    missing = tuple(kind.labels.get(name, name) for name in names)
    found = (*whole.findings, *((_missing(missing),) if missing else ()))
    return Assembled(filled, found, tuple(dict.fromkeys((*whole.missing, *missing))))


def _now(document: Document) -> Assembled:
    """A draft as it stands; a template that cannot be used is a finding, and the text kept before is shown."""
    kind = KINDS[document.kind]
    try:
        text = make_now(document.conference, document.kind, document.options, document.values)
    except TemplateFault as fault:
        return Assembled(whole_of(document, kind, _kept(document, kind), {}), (_wrong_template(fault),))
    findings: tuple[Finding, ...] = ()
    if document.is_edited:
        findings = changed_since(kind, document.made_from, text.values)
        text = replace(_kept(document, kind), values=text.values)
    if text.missing:
        findings = (_missing(text.missing), *findings)
    findings = (*findings, *kind.against(document.conference, document.options))
    return Assembled(whole_of(document, kind, text, text.values), findings, text.missing)


def text_now(document: Document) -> tuple[str, str]:
    """Subject and body as a person edits them: what was written, else as the template makes them now."""
    if document.is_edited or document.frozen is not None:
        return document.subject, document.body
    try:
        text = make_now(document.conference, document.kind, document.options, document.values)
    except TemplateFault:
        return document.subject, document.body
    return text.subject, text.body


def _kept(document: Document, kind: Kind) -> Made:
    """The text as it was written, with what was typed since in place of its marks of missing values."""
    typed = typed_values(kind, document.values)
    by_label = {key: "; ".join(value.splitlines()) for key, value in document.values.items() if isinstance(value, str)}
    by_label |= {kind.labels[name]: value for name, value in typed.items() if isinstance(value, str)}

    def put(found: re.Match[str]) -> str:
        value = by_label.get(found.group(1))
        return as_markdown(value) if value else found.group()

    subject, body = (MISSING.sub(put, text) for text in (document.subject, document.body))
    return Made(subject, body, {}, tuple(dict.fromkeys((*missing_in(subject), *missing_in(body)))))


def whole_of(document: Document, kind: Kind, text: Made, values: Values) -> OfficialDocument:
    """A text with everything that stands around it; `document` may be one that is not kept."""
    conference = document.conference
    office = office_of(conference.host, on=clock.today())
    parts = parts_of(text.body)
    receivers = receivers_of(document, kind)
    whole = OfficialDocument(
        issuer=Issuer(own=office.own, above=office.above),
        symbol=document.symbol,
        subject=text.subject,
        body=parts.body,
        place=document.place,
        day=document.dated_on or kind.day(conference),
        type_name=kind.type_name,
        addressees=receivers.addressees if kind.names_addressees else (),
        signatures=_signatures(document, kind, values),
        recipients=_recipient_lines(document, kind, receivers),
        annexes=parts.annexes,
        profile=Profile(document.profile),
        contact_line=office.contact_line,
        has_place_and_date=kind.has_place_and_date,
        title=titled(kind.type_name, text.subject),
    )
    return _numbered(whole, document, kind.number(conference))


def _signatures(document: Document, kind: Kind, values: Mapping[str, Any]) -> tuple[Signature, ...]:
    if kind.signing is Signing.MEETING:
        return meeting_signatures(str(values.get("thu_ky") or ""), str(values.get("nguoi_chu_toa") or ""))
    return (Signature(tuple(document.signer_authority), document.signer_name),)


def _recipient_lines(document: Document, kind: Kind, receivers: Receivers) -> tuple[str, ...]:
    """Who stands under `Nơi nhận`: `Như trên` for those addressed, copies, last the archive."""
    listed = receivers.addressees + receivers.copies or kind.listed(document.conference)
    if kind.names_addressees or (kind.is_personal and kind.has_recipients):
        listed = ("Như trên", *receivers.copies)
    elif not kind.has_recipients:
        listed = ()
    elif kind.code == "decision":
        listed = ("Như Điều 3", *receivers.copies)
    return (*listed, document.archive_line) if document.archive_line else tuple(listed)


def _numbered(whole: OfficialDocument, document: Document, known: str = "") -> OfficialDocument:
    """With number, symbol and day of its line in the register, or those it came with."""
    entry = Entry.objects.filter(document=document).first() if document.pk else None
    if entry is not None:
        return replace(whole, number=f"{entry.number:02}", symbol=entry.symbol, day=entry.dated_on)
    number, slash, symbol = known.partition("/")
    return replace(whole, number=number, symbol=symbol) if slash else whole


def _missing(names: tuple[str, ...]) -> Finding:
    return Finding(
        "missing_value",
        Level.BLOCKER,
        words("Còn thiếu: {names}."),
        todo=words("Điền vào ô bên cạnh văn bản rồi kiểm tra lại."),
        values={"names": ", ".join(names)},
    )


def _wrong_template(fault: TemplateFault) -> Finding:
    return Finding(
        "template_wrong",
        Level.BLOCKER,
        words("Mẫu văn bản viết sai: {fault}"),
        todo=words("Sửa mẫu, hoặc về mẫu gốc."),
        values={"fault": str(fault)},
    )


def files_of(document: Document, copy: Copy | None = None) -> list[FileToSend]:
    """What is sent: the signed file where there is one, else the PDF as issued; of a copy its own PDF, made now.

    The scan of a personal document is one reader's: no other one gets it.
    """
    kept = (document.signed or document.pdf) if copy is None else None
    if kept is not None:
        return [FileToSend(kept.name, files.read(kept), kept.content_type)]
    whole = assembled(document, copy).document
    return [FileToSend(file_name(whole, "pdf"), drawn_pdf(document, copy, whole), PDF)]


def drawn_pdf(document: Document, copy: Copy | None = None, whole: OfficialDocument | None = None) -> bytes:
    """The PDF as it is now, of one copy or with its gaps; `whole` where it is assembled already.

    A certificate is drawn on its sheet, at the office's places: of one copy its own, else all of them in order.
    """
    whole = whole or assembled(document, copy).document
    if document.kind != CERTIFICATE:
        return pdf_of(whole, stamp=document.made_at)
    copies = [copy] if copy is not None else list(document.copies.order_by("ordinal")) or [example_of(document)]
    stock = stock_on(document.conference, clock.today())
    return pdf_of_certificates(certificates_of(document, whole, copies, stock), stamp=document.made_at)


def word_of(document: Document, copy: Copy | None = None) -> FileToSend:
    """The document as .docx, for the office to go on with."""
    whole = assembled(document, copy).document
    return FileToSend(file_name(whole, "docx"), docx_of(whole), DOCX)


def file_name(document: OfficialDocument, ending: str) -> str:
    """`212-mttq-btt-chuan-bi-tham-luan.pdf`: number, symbol and the first words, in plain letters."""
    words_of = " ".join((document.number, document.symbol, " ".join(document.subject.split()[:6])))
    return NAME_OUT.sub("-", fold(words_of)).strip("-")[:80] + f".{ending}"
