"""The person behind a request."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in


def test_signed_in_user_is_known_and_a_stranger_refused() -> None:
    request = RequestFactory().get("/")
    request.user = User(name="Lan")
    assert signed_in(request).name == "Lan"

    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        signed_in(request)
