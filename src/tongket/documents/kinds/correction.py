"""Công văn đính chính: a letter that mends the form of a document already issued (Decree 30/2020, Art. 18)."""

from tongket.conferences.models import Conference
from tongket.core.dates import official_day
from tongket.core.findings import words
from tongket.documents.kinds.kind import Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common
from tongket.documents.kinds.names import names
from tongket.documents.models import Entry


def values(conference: Conference, options: Options) -> Values:
    """What is mended, cited with number and day as a first citation is (Annex I, II.6b), and how."""
    own = Entry.objects.filter(document__conference=conference)
    entry = own.filter(document_id=options.get("corrects") or 0).first()
    cited = f"{entry.type_name or 'Công văn'} số {entry} {official_day(entry.dated_on)}" if entry else None
    return common(conference, options) | {"van_ban_sai": cited, "noi_dung_sua": options.get("reason")}


KIND = Kind(
    code="correction",
    label=words("Công văn đính chính"),
    type_name="",
    abbreviation="",
    names=names(*COMMON, "van_ban_sai", "noi_dung_sua"),
    values=values,
)
