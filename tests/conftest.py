"""The standing people of every room: secretariat, unit A, unit B, guest; and a browser for each."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

from tests.factories.accounts import NOW, create_user
from tests.factories.units import create_membership, create_unit
from tests.office import Office, make_office
from tongket.accounts.models import User
from tongket.core import clock
from tongket.units.models import Role, Unit
from tongket.units.rules import PlaceKind

# Speed is measured by the benchmarks; a busy machine must not fail a property.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ClientOf = Callable[[User], Client]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what touches the database and needs no browser: it runs on PostgreSQL as well."""
    for item in items:
        asks_for_it = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        if (asks_for_it or item.get_closest_marker("django_db")) and not item.get_closest_marker("journey"):
            item.add_marker("postgres")


@pytest.fixture
def host(db: None) -> Unit:
    """The unit that hosts."""
    return create_unit(name="Ủy ban MTTQ Việt Nam thành phố", place_kind=PlaceKind.CITY, place="Tam Kỳ")


@pytest.fixture
def unit_a(host: Unit) -> Unit:
    """An owing unit below the host."""
    return create_unit(place="Tam Thăng", short_name="UBMTTQVN xã Tam Thăng", parent=host)


@pytest.fixture
def unit_b(host: Unit) -> Unit:
    """Another owing unit below the host."""
    return create_unit(place="Tam Phú", parent=host)


@pytest.fixture
def secretariat(host: Unit) -> User:
    """A clerk of the host, no administrator."""
    return create_membership(unit=host, user=create_user(name="Trần Thị Lệ"), role=Role.CLERK).person.user  # type: ignore[return-value]


@pytest.fixture
def member_a(unit_a: Unit) -> User:
    """A plain member of unit A."""
    return create_membership(unit=unit_a, user=create_user(name="Nguyễn Văn Hòa")).person.user  # type: ignore[return-value]


@pytest.fixture
def member_b(unit_b: Unit) -> User:
    """A plain member of unit B."""
    return create_membership(unit=unit_b, user=create_user(name="Võ Thị Sáu")).person.user  # type: ignore[return-value]


@pytest.fixture
def guest(db: None) -> User:
    """Somebody who logs in and belongs to no unit."""
    return create_user(name="Người Lạ")


@pytest.fixture
def admin(db: None) -> User:
    """Somebody who runs the installation and belongs to no unit."""
    return create_user(name="Quản Trị", is_admin=True)


@pytest.fixture
def client_of() -> ClientOf:
    """Opens a browser in which this person is signed in."""

    def open_client(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return open_client


@pytest.fixture
def office(db: None) -> Office:
    """A conference with two owing units and the people around it."""
    return make_office()


@pytest.fixture
def as_user(client_of: ClientOf) -> ClientOf:
    """`client_of`, as the tests of conferences and the rooms after it call it."""
    return client_of


@pytest.fixture
def monday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is Monday, 21/10/2024, 8:15."""
    monkeypatch.setattr(clock, "moved_to", lambda: NOW)
    yield
    clock.hold(None)
