"""The person behind a request, known to the types as one of ours."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from tongket.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """The signed-in user; PermissionDenied where there is none, which closed views never meet."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
