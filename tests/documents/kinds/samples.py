"""The official document of each kind, made of its shipped template and its sample values."""

from dataclasses import replace

from tests.documents.tam_ky import THEN
from tongket.conferences.models import Conference
from tongket.documents.bodies import shipped
from tongket.documents.gaps import fill_document
from tongket.documents.kinds import KINDS, Signing
from tongket.documents.models import Document
from tongket.documents.queries.assembled import whole_of
from tongket.documents.queries.making import made
from tongket.documents.queries.offices import heading_of
from tongket.documents.queries.texts import TemplateText
from tongket.documents.render.values import OfficialDocument


def sample_of(code: str, conference: Conference) -> OfficialDocument:
    """The whole document of that kind, numbered and dated, every gap filled."""
    kind, body = KINDS[code], shipped(code)
    heading = heading_of(conference, kind, on=THEN.date())
    if kind.signing is Signing.HOST:
        heading |= {"signer_name": "Nguyễn Thị Thu Hiền", "signer_authority": ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"]}
    document = Document(conference=conference, kind=code, **heading)
    text = made(kind, TemplateText(body.subject, body.text), kind.sample)
    whole = replace(whole_of(document, kind, text, kind.sample), number="12", day=THEN.date())
    if kind.names_addressees:
        whole = replace(whole, addressees=("Hội Nông dân thành phố",))
    return fill_document(whole, kind.sample)[0]
