"""The file that somebody had looked at, kept until they hand it in: nobody chooses it twice."""

from django.core import signing
from django.http import HttpRequest

from tongket.accounts.requests import signed_in
from tongket.core.models import StoredFile
from tongket.papers.models import Paper

# A file that was looked at waits so long for the press that hands it in.
WAITS_SECONDS = 24 * 60 * 60
SALT = "papers.kept"


def token_of(request: HttpRequest, found: Paper, file: StoredFile) -> str:
    """What the page carries so that the file is found again: for this paper and this person alone."""
    return signing.dumps([str(file.pk), found.pk, signed_in(request).pk], salt=SALT)


def kept_file(request: HttpRequest, found: Paper) -> StoredFile | None:
    """The file that this person had looked at for this paper; None where there is none, or it waited too long."""
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=WAITS_SECONDS)
    except signing.BadSignature:
        return None
    if kept[1:] != [found.pk, signed_in(request).pk]:
        return None
    return StoredFile.objects.filter(pk=kept[0]).first()
