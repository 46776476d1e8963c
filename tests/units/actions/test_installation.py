"""The first run: host unit, first account, and that person's place, or nothing at all."""

import pytest

from tests.factories.accounts import NOW, create_user
from tongket.accounts.models import User
from tongket.units.actions import AlreadyBegun, begin_installation
from tongket.units.models import Membership, Unit

TYPED = {"unit_name": "MTTQ xã Bình Minh", "name": "Trần Thị Lệ", "post": "Chuyên viên", "email": "le@vidu.vn"}
VALUES = {"body": "front", "place_kind": "xã", "place": "Bình Minh"}


def test_first_account_runs_the_installation_and_is_clerk_of_the_host(db: None) -> None:
    user = begin_installation(**TYPED, values=VALUES, password="giay-muc-dau", now=NOW)

    place = Membership.objects.select_related("person", "unit").get()
    assert (user.is_admin, user.check_password("giay-muc-dau")) == (True, True)
    assert (place.person.user, place.role, place.post) == (user, "clerk", "Chuyên viên")
    assert (place.unit.name, place.unit.place_kind, place.unit.parent) == ("MTTQ xã Bình Minh", "xã", None)


def test_installation_begins_once(db: None) -> None:
    create_user()

    with pytest.raises(AlreadyBegun):
        begin_installation(**TYPED, values=VALUES, password="giay-muc-dau", now=NOW)

    assert (User.objects.count(), Unit.objects.count()) == (1, 0)
