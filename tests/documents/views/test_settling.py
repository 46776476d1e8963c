"""The form that settles a plan says what is sent where no signed file is given, whatever the storage still has."""

import pytest
from django.core.files.storage import default_storage

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.models import PlanVersion
from tongket.core import files
from tongket.documents.actions.plan import plan_document


@pytest.mark.parametrize(
    ("data", "said"), [(b"%PDF-1.7 plan", "Để trống thì gửi tệp"), (b"PK\x03\x04", "chưa phải bản ký")]
)
def test_hint_stands_on_the_form_and_on_one_with_a_fault(
    office: Office, as_user: ClientOf, data: bytes, said: str
) -> None:
    file = files.store(data=data, name="ke-hoach.pdf", now=NOW)
    PlanVersion.objects.filter(conference=office.conference).update(file=file, facts={})
    plan = plan_document(conference=office.conference, by=office.clerk, now=NOW)
    default_storage.delete(file.place)
    client, address = as_user(office.clerk), f"/documents/{plan.pk}/"

    shown = client.get(address)
    faulty = client.post(address, {"do": "settle", "revision": str(plan.revision), "number": "x"})

    assert [answer.status_code for answer in (shown, faulty)] == [200, 422]
    assert [said in answer.content.decode() for answer in (shown, faulty)] == [True, True]
