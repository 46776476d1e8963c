"""The registry of document kinds: what each is called and what its template may say; a later room takes over."""

from tongket.documents.kinds import cancellation, closing, coming, correction, honours, outline, plan, request, urge
from tongket.documents.kinds.kind import Addressee, Kind, Options, Signing, Values

__all__ = ["KINDS", "Addressee", "Kind", "Options", "Signing", "Values", "register_kind"]

KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Adds a kind of document, or takes over what one says and who gets it: `replace(KINDS["decision"], values=…)`."""
    KINDS[kind.code] = kind


for _kind in (
    plan.KIND,
    request.KIND,
    urge.KIND,
    outline.KIND,
    coming.NOTICE,
    coming.INVITATION,
    coming.PROGRAMME,
    honours.PROPOSAL,
    honours.COUNCIL_MINUTES,
    honours.DECISION,
    honours.CERTIFICATE,
    closing.MINUTES,
    closing.CONCLUSION,
    closing.SUMMARY_REPORT,
    coming.DELEGATE_LIST,
    coming.CONFIRMATION,
    correction.KIND,
    closing.RECOMMENDATIONS,
    cancellation.KIND,
):
    register_kind(_kind)
