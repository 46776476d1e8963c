"""Which exemplars a conference reaches: those in the register that its host keeps."""

from django.http import Http404

from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar


def exemplar_in(conference: Conference, exemplar_id: int) -> Exemplar:
    """An exemplar of the register that this conference's host keeps; 404 for one of another host."""
    rows = Exemplar.objects.select_related("owner", "host", "merged_into")
    found = rows.filter(pk=exemplar_id, host=conference.host_id).first()
    if found is None:
        raise Http404
    return found
