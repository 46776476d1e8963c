"""Thông báo hủy hội nghị: to everybody who was to come, once the conference is called off."""

from tongket.conferences.models import Conference
from tongket.core.findings import words
from tongket.documents.kinds.kind import Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, invited, told_above
from tongket.documents.kinds.names import names

CODE = "cancellation"


def values(conference: Conference, options: Options) -> Values:
    """What was to be when and where, and why it is not; the reason is missing as long as nothing is called off."""
    return common(conference, options) | {"ly_do_huy": conference.cancel_reason.rstrip(" .;")}


KIND = Kind(
    code=CODE,
    label=words("Thông báo hủy hội nghị"),
    type_name="THÔNG BÁO",
    abbreviation="TB",
    names=names(*COMMON, "ly_do_huy"),
    values=values,
    addressees=invited,
    copies=told_above,
)
