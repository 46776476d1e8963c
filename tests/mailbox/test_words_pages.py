"""The pages of the office's own words for its letters."""

import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.office import Office

pytestmark = pytest.mark.django_db


def test_words_are_changed_previewed_and_given_back(office: Office, as_user: ClientOf) -> None:
    client = as_user(office.clerk)
    page = reverse("mailbox:edit_words", args=[office.conference.host_id, "document"])
    start = {"subject": "{loại văn bản} của {cơ quan}", "body": "Kính gửi {đơn vị}.", "seen": "0"}

    looked = client.post(page, start | {"do": "look"}).content.decode()
    wrong = client.post(page, start | {"do": "keep", "body": "{hạn nộp}"})
    client.post(page, start | {"do": "keep"})
    late = client.post(page, start | {"do": "keep", "body": "Lời của người sau"})
    own = client.get(page).content.decode()
    client.post(page, start | {"do": "shipped", "seen": "1"})
    shipped = client.get(page).content.decode()

    assert "Công văn của Ủy ban MTTQ Việt Nam thành phố Tam Kỳ" in looked
    assert wrong.status_code == 422
    assert "Không có chỗ điền “{hạn nộp}”" in wrong.content.decode()
    assert late.status_code == 409
    assert "Lời của người sau" in late.content.decode()
    assert ("Đang dùng lời của cơ quan" in own, "Đang dùng lời có sẵn" in shipped) == (True, True)


def test_words_are_the_offices_own(office: Office, as_user: ClientOf) -> None:
    listed = reverse("mailbox:words", args=[office.conference.host_id])
    page = reverse("mailbox:edit_words", args=[office.conference.host_id, "document"])
    people = (office.clerk, office.host_member, office.member_a)

    assert [as_user(person).get(listed).status_code for person in people] == [200, 200, 404]
    assert [as_user(person).get(page).status_code for person in people] == [200, 403, 404]
    assert as_user(office.clerk).get(page.replace("document", "gone")).status_code == 404
