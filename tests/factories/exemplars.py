"""Makes exemplars as units name them."""

from tests.factories.conferences import NOW
from tongket.conferences.models import Conference
from tongket.exemplars.actions import Naming, name_exemplar
from tongket.exemplars.models import Exemplar
from tongket.units.models import Unit


def make_exemplar(
    *, conference: Conference, name: str = "Ngôi nhà xanh", unit: Unit | None = None, place: str = "", quote: str = ""
) -> Exemplar:
    """An exemplar that `unit` told for a conference, in the register of its host."""
    naming = Naming(name, unit=unit, owner=unit, place=place, quote=quote, where="tr. 3" if quote else "")
    return name_exemplar(host=conference.host, naming=naming, conference=conference, by=None, now=NOW)
