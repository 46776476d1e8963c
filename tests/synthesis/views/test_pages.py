"""Pages of the report: who sees them, what they show, and that every button does what it says."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_conference, make_user
from tests.factories.synthesis import SAID, Reported, make_small
from tongket.documents.models import Document
from tongket.reviews.models import Statement
from tongket.synthesis.models import Placement, Recommendation, Report, Theme
from tongket.synthesis.rules import Origin, RecommendationState

TOTAL = "II.so:so:models"
PAGES = ("report", "figures", "recommendations", "themes", "print")


@pytest.fixture
def clerk(reported: Reported, client_of: ClientOf, monday: None) -> Client:
    return client_of(reported.clerk)


# What stands behind each bar of a drawing.
BARS_DRAWN = re.compile(r'class="vl"[^>]*>([^<]+)</text>')


def address(name: str, reported: Reported) -> str:
    return reverse(f"synthesis:{name}", args=[reported.conference.pk])


def press(client: Client, reported: Reported, do: str, **values: object) -> None:
    """Presses a button of the total's sentence."""
    row = reported.passage(TOTAL)
    answer = client.post(
        reverse("synthesis:do", args=[row.pk]), {"do": do, "revision": row.revision, **values}, follow=True
    )
    assert answer.status_code == 200


def test_pages_show_the_office_what_units_said(clerk: Client, reported: Reported) -> None:
    shown = {name: clerk.get(address(name, reported)).content.decode() for name in PAGES}

    assert "Đã gộp 3 trên 4 báo cáo." in shown["report"]
    assert "Mô hình đang duy trì" in shown["figures"]
    assert SAID[2][1] in shown["recommendations"]
    assert "Kinh phí cho phong trào và sáng kiến" in shown["themes"]
    assert "BẢNG SỐ LIỆU TỔNG HỢP" in shown["print"]


@pytest.mark.parametrize("name", PAGES)
def test_units_and_strangers_see_nothing(reported: Reported, client_of: ClientOf, monday: None, name: str) -> None:
    unit, other = make_user(unit=reported.units[0]), make_user()

    assert client_of(unit).get(address(name, reported)).status_code == 404
    assert client_of(other).get(address(name, reported)).status_code == 404


def test_readers_of_the_host_may_look_and_not_write(reported: Reported, client_of: ClientOf, monday: None) -> None:
    reader = client_of(make_user(unit=reported.conference.host))
    row = reported.passage(TOTAL)

    assert reader.get(address("report", reported)).status_code == 200
    assert reader.get(reverse("synthesis:passage", args=[row.pk])).status_code == 200
    assert reader.post(address("compose", reported)).status_code == 403
    assert reader.post(reverse("synthesis:passage", args=[row.pk]), {"text": "x", "revision": 0}).status_code == 403
    assert reader.post(reverse("synthesis:do", args=[row.pk]), {"do": "out"}).status_code == 403
    assert reported.passage(TOTAL).text == row.text


def test_another_units_sentence_is_not_found(reported: Reported, client_of: ClientOf, monday: None) -> None:
    unit = client_of(make_user(unit=reported.units[0]))
    row = reported.passage(TOTAL)

    for name in ("passage", "sources"):
        assert unit.get(reverse(f"synthesis:{name}", args=[row.pk])).status_code == 404


def test_before_the_first_run_the_page_offers_it(db: None, client_of: ClientOf, monday: None) -> None:
    fresh = make_small(composed=False)
    clerk = client_of(fresh.clerk)

    assert "Chưa tổng hợp lần nào" in clerk.get(address("report", fresh)).content.decode()
    assert "Chưa có gì để in" in clerk.get(address("print", fresh)).content.decode()
    clerk.post(address("compose", fresh))
    assert fresh.report.composed_at is not None


def test_a_section_opens_with_its_sentences_marked(clerk: Client, reported: Reported) -> None:
    page = clerk.get(address("report", reported), {"section": "II.so"}).content.decode()

    assert "có <mark>15</mark> mô hình đang duy trì" in page
    assert reverse("reviews:review", args=[reported.conference.pk, reported.units[0].pk]) in page


def test_a_sentence_is_edited_and_the_finding_says_what_to_do(clerk: Client, reported: Reported) -> None:
    row = reported.passage(TOTAL)

    clerk.post(reverse("synthesis:passage", args=[row.pk]), {"text": "Theo 3/4 đơn vị, có 99 mô hình.", "revision": 0})

    assert reported.passage(TOTAL).origin == Origin.EDITED
    page = clerk.get(address("report", reported), {"section": "II.so"}).content.decode()
    assert "Không nguồn nào của câu nêu số 99." in page
    assert "số không khớp" in page


def test_a_stale_edit_comes_back_with_the_reason(clerk: Client, reported: Reported) -> None:
    row = reported.passage(TOTAL)

    answer = clerk.post(reverse("synthesis:passage", args=[row.pk]), {"text": "Khác.", "revision": 7})

    assert answer.status_code == 422
    assert "Có người khác vừa sửa câu này." in answer.content.decode()
    assert reported.passage(TOTAL).text == row.text


def test_asked_by_htmx_only_the_form_comes(clerk: Client, reported: Reported) -> None:
    row = reported.passage(TOTAL)

    answer = clerk.get(reverse("synthesis:passage", args=[row.pk]), headers={"HX-Request": "true"})

    assert answer.content.decode().startswith("<form")


def test_buttons_of_a_sentence(clerk: Client, reported: Reported) -> None:
    press(clerk, reported, "out")
    assert reported.passage(TOTAL).is_left_out
    press(clerk, reported, "in")
    assert not reported.passage(TOTAL).is_left_out
    press(clerk, reported, "vouch", because="Theo biên bản.")
    assert reported.passage(TOTAL).vouched_by == reported.clerk
    press(clerk, reported, "vouch", because="")
    press(clerk, reported, "unvouch", stay="1")
    assert reported.passage(TOTAL).vouched_by is None
    press(clerk, reported, "down")
    section = reported.report.sections.get(code="IV")
    press(clerk, reported, "section", section=section.pk)
    assert reported.passage(TOTAL).section == section
    press(clerk, reported, "nonsense")
    press(clerk, reported, "word")
    assert reported.passage(TOTAL).proposal == {}


def test_a_sentence_is_added_and_given_sources(clerk: Client, reported: Reported) -> None:
    section = reported.report.sections.get(code="IV")

    added = clerk.post(address("add", reported), {"section": section.pk, "text": "Tiếp tục giúp 12 hộ."})
    row = section.passages.get(slot="")
    assert added.headers["Location"] == reverse("synthesis:sources", args=[row.pk])
    found = clerk.get(added.headers["Location"], {"q": "giup 12 ho"}).content.decode()
    statement = Statement.objects.filter(text=SAID[0][1]).earliest("pk")
    assert f'value="statement:{statement.pk}"' in found

    clerk.post(added.headers["Location"], {"revision": 0, "source": [f"statement:{statement.pk}", "statement:99999"]})

    assert [(each.sort, each.key, each.chosen_by) for each in row.sources.all()] == [
        ("statement", statement.pk, reported.clerk)
    ]


def test_a_statement_moves_to_a_new_theme(clerk: Client, reported: Reported) -> None:
    statement = Statement.objects.filter(text=SAID[1][1]).earliest("pk")
    funding = Theme.objects.get(code="funding")

    clerk.post(address("move", reported), {"statement": [statement.pk], "name": "Ví tiền", "back": funding.pk})

    placed = Placement.objects.get(statement=statement)
    assert placed.theme is not None
    assert (placed.theme.name, placed.placed_by) == ("Ví tiền", reported.clerk)
    clerk.post(address("move", reported), {"statement": [statement.pk], "theme": funding.pk})
    assert Placement.objects.get(statement=statement).theme == funding


def test_a_theme_is_renamed_and_merged_on_its_page(clerk: Client, reported: Reported) -> None:
    funding, credit = Theme.objects.get(code="funding"), Theme.objects.get(code="credit")
    page = reverse("synthesis:theme", args=[reported.conference.pk, funding.pk])

    assert SAID[1][1] in clerk.get(page).content.decode()
    taken = clerk.post(page, {"do": "rename", "name": credit.name, "phrases": ""})
    assert taken.status_code == 422
    clerk.post(page, {"do": "rename", "name": "Nguồn lực", "phrases": "kinh phí\nngân sách"})
    funding.refresh_from_db()
    assert (funding.name, funding.phrases) == ("Nguồn lực", ["kinh phí", "ngân sách"])
    clerk.post(page, {"do": "merge", "into": credit.pk})
    funding.refresh_from_db()
    assert funding.merged_into == credit


def test_theme_saved_as_it_was_says_nothing_of_sorting_anew(clerk: Client, reported: Reported) -> None:
    funding = Theme.objects.get(code="funding")
    page = reverse("synthesis:theme", args=[reported.conference.pk, funding.pk])

    def told(name: str) -> str:
        typed = {"do": "rename", "name": name, "phrases": "\n".join(funding.phrases)}
        return str(next(iter(clerk.post(page, typed, follow=True).context["messages"])))

    assert told(funding.name) == "Đã lưu."
    assert told("Nguồn lực") == "Đã lưu; các ý chưa ai xếp đang được xếp lại, lát nữa xong."


def test_a_recommendation_goes_its_way(clerk: Client, reported: Reported) -> None:
    row = Recommendation.objects.get()
    page, do = (reverse(f"synthesis:{name}", args=[row.pk]) for name in ("recommendation", "do_recommendation"))

    clerk.post(page, {"title": "Kinh phí", "text": "Bố trí kinh phí", "to": "UBND thành phố", "revision": row.revision})
    row.refresh_from_db()
    clerk.post(do, {"do": "agree", "revision": row.revision})
    answer = clerk.post(address("letter", reported))
    letter = Document.objects.get(kind="recommendations")
    row.refresh_from_db()
    assert (row.title, row.state, row.letter) == ("Kinh phí", "agreed", letter)
    assert answer.headers["Location"] == reverse("documents:desk", args=[reported.conference.pk])
    clerk.post(do, {"do": "sent", "revision": row.revision})
    row.refresh_from_db()
    clerk.post(do, {"do": "answer", "answer": "Đã bố trí.", "on": "5/11/2024", "revision": row.revision})
    row.refresh_from_db()
    assert (row.state, row.answer) == ("answered", "Đã bố trí.")
    assert "Đã bố trí." in clerk.get(page).content.decode()


def test_drawings_are_left_out_and_put_back_by_a_button(clerk: Client, reported: Reported) -> None:
    pages = [clerk.get(address("print", reported)).content.decode()]
    for wanted in ("0", "1"):
        clerk.post(address("document", reported), {"do": "drawings", "wanted": wanted})
        pages.append(clerk.get(address("print", reported)).content.decode())

    assert [page.count('<figure class="drawing') for page in pages] == [4, 0, 4]
    assert ["In thêm hình vẽ" in page for page in pages] == [False, True, False]


def test_a_section_shows_the_drawings_of_its_figures_as_they_are_printed(clerk: Client, reported: Reported) -> None:
    page = f"{address('report', reported)}?section=II.so"
    shown, paper = clerk.get(page).content.decode(), clerk.get(address("print", reported)).content.decode()

    drawn = re.findall(r'<div class="large">(.+?)</div>', shown, re.DOTALL)
    printed = re.findall(r'<div class="large">(.+?)</div>', paper, re.DOTALL)
    assert [BARS_DRAWN.findall(each) for each in drawn] == [BARS_DRAWN.findall(each) for each in printed[1:]]
    clerk.post(address("document", reported), {"do": "drawings", "wanted": "0"})
    assert '<figure class="drawing' not in clerk.get(page).content.decode()


def test_page_and_print_show_the_same_drawings(clerk: Client, reported: Reported) -> None:
    figures, paper = (clerk.get(address(name, reported)).content.decode() for name in ("figures", "print"))

    bars = BARS_DRAWN.findall(figures)
    assert bars
    assert bars == BARS_DRAWN.findall(paper.partition("Hình 2. Mô hình đang duy trì")[2])[: len(bars)]


def test_the_report_becomes_a_document_and_files(clerk: Client, reported: Reported) -> None:
    clerk.post(address("document", reported), {"do": "sources", "wanted": "1"})
    assert Report.objects.get().has_source_annex
    answer = clerk.post(address("document", reported))
    made = Document.objects.get(kind="summary_report")
    assert answer.headers["Location"] == reverse("documents:document", args=[made.pk])
    files = [
        clerk.get(reverse("synthesis:file", args=[reported.conference.pk, ending])).content[:4]
        for ending in ("pdf", "docx")
    ]
    assert files == [b"%PDF", b"PK\x03\x04"]
    assert clerk.get(reverse("synthesis:file", args=[reported.conference.pk, "exe"])).status_code == 404
    assert clerk.get(address("sheet", reported)).content[:2] == b"PK"


@pytest.mark.parametrize("name", ["themes", "recommendations", "report"])
def test_pages_ask_the_same_for_two_units_and_four(db: None, client_of: ClientOf, monday: None, name: str) -> None:
    counts = []
    for units in (2, 4):
        made = make_small(units=units)
        client = client_of(made.clerk)
        client.get(address(name, made))
        counts.append(_queries(client, address(name, made)))

    assert counts[0] == counts[1]


def _queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    return len(asked)


def test_card_says_open_only_of_what_is_open(clerk: Client, reported: Reported) -> None:
    row = reported.conference.recommendations.get()
    before = make_conference(host=reported.conference.host, held_on=date(2023, 10, 30))
    row.earlier = Recommendation.objects.create(conference=before, title="x", text="x", made_at=NOW)
    row.save()
    open_one = clerk.get(address("recommendations", reported)).content.decode()
    Recommendation.objects.filter(pk=row.pk).update(state=RecommendationState.CLOSED)

    closed = clerk.get(address("recommendations", reported)).content.decode()

    assert ("Còn mở từ hội nghị ngày 30/10/2023." in open_one, "Còn mở từ" in closed) == (True, False)
    assert "Từ hội nghị ngày 30/10/2023." in closed
