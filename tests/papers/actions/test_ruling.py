"""What papers are measured by: the plan first, then the office, then what is shipped; a change measures anew."""

from tests.factories.conferences import NOW
from tests.factories.papers import make_version
from tests.office import Office
from tongket.conferences.actions.settling import SETTLED, settle_conference, take_back_settling
from tongket.conferences.models import Clause, PlanVersion
from tongket.core.models import Job, Setting
from tongket.documents.kinds.known import standard_form as sentence_of_form
from tongket.papers.actions.measuring import measure_all_job, measure_job, out_of_date
from tongket.papers.actions.ruling import set_rules
from tongket.papers.models import PaperVersion
from tongket.papers.queries.form import SetBy, ruled_by

TODAY = NOW.date()


def test_nobody_said_anything_and_the_shipped_values_hold(office: Office) -> None:
    ruled = ruled_by(office.conference, on=TODAY)

    assert (ruled.form.size_pt, ruled.limits.pages, ruled.limits.rate, ruled.sources) == (14.0, 3.0, 200.0, {})


def test_the_plan_comes_first_with_its_clause(office: Office) -> None:
    version = PlanVersion.objects.get()
    version.facts = {"paper_limits": {"pages": 4, "minutes": 8}}
    version.marks = [{"path": "paper_limits/0", "spans": [[1, 2, 8]]}]
    version.save()
    office.conference.paper_pages, office.conference.paper_minutes = 4, 10
    office.conference.save()
    set_rules(conference=office.conference, form={}, limits={"pages": 9}, by=office.clerk, now=NOW)

    ruled = ruled_by(office.conference, on=TODAY)

    assert (ruled.limits.pages, ruled.limits.minutes, ruled.limits.clause) == (4.0, 10.0, "I/1")
    assert (ruled.sources["pages"], ruled.sources["minutes"]) == (SetBy.PLAN, SetBy.OFFICE)
    assert Clause.objects.filter(version=version, name="I/1").exists()


def test_the_office_sets_and_restores(office: Office) -> None:
    set_rules(
        conference=office.conference, form={"size_pt": 13, "lines": 1.5}, limits={"rate": 180}, by=office.clerk, now=NOW
    )
    ruled = ruled_by(office.conference, on=TODAY)
    assert (ruled.form.size_pt, ruled.form.lines, ruled.limits.rate) == (13.0, 1.5, 180.0)

    set_rules(conference=office.conference, form={}, limits={}, by=office.clerk, now=NOW)

    assert ruled_by(office.conference, on=TODAY).form.size_pt == 14.0
    assert list(Setting.objects.all()) == []


def test_the_letter_that_asks_for_papers_states_the_form_that_is_measured(office: Office) -> None:
    set_rules(conference=office.conference, form={"size_pt": 13, "lines": 1.5}, limits={}, by=office.clerk, now=NOW)

    said = sentence_of_form(office.conference, on=TODAY)

    assert said == (
        "khổ giấy A4; lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm; phông chữ Times New Roman, "
        "cỡ chữ 13; giãn dòng 1,5; cách đoạn 6 pt; dòng đầu lùi vào 1 cm"
    )


def test_a_changed_form_measures_the_versions_that_count_anew(office: Office) -> None:
    first = make_version(duty=office.duty_a, text="Kính thưa quý vị đại biểu")
    second = make_version(duty=office.duty_a, text="Kính thưa quý vị đại biểu")
    assert out_of_date(office.conference) == [second.pk]

    set_rules(conference=office.conference, form={"size_pt": 20}, limits={}, by=office.clerk, now=NOW)
    assert Job.objects.get().arguments == {"conference_id": office.conference.pk}
    measure_all_job(office.conference.pk)
    assert Job.objects.latest("pk").arguments == {"version_id": second.pk}
    measure_job(second.pk)

    assert PaperVersion.objects.get(pk=second.pk).form["form"]["size_pt"] == 20.0
    assert PaperVersion.objects.get(pk=first.pk).form == {}
    assert out_of_date(office.conference) == []


def test_other_limits_of_the_conference_have_its_papers_measured_again(office: Office) -> None:
    make_version(duty=office.duty_a, text="Kính thưa quý vị đại biểu")
    measure_job(PaperVersion.objects.get().pk)
    said = {name: getattr(office.conference, name) for name in SETTLED}

    settle_conference(conference=office.conference, values=said | {"venue": "Nhà văn hóa"}, by=office.clerk, now=NOW)
    assert list(Job.objects.all()) == []
    event = settle_conference(conference=office.conference, values=said | {"paper_pages": 2}, by=office.clerk, now=NOW)

    assert [job.arguments for job in Job.objects.all()] == [{"conference_id": office.conference.pk}]
    measure_job(PaperVersion.objects.get().pk)
    assert PaperVersion.objects.get().form["limits"]["pages"] == 2
    take_back_settling(conference=office.conference, event=event, by=office.clerk, now=NOW)
    assert Job.objects.filter(name="papers.measure_all").count() == 2
