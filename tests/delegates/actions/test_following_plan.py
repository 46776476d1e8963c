"""A corrected plan numbers its groups anew: people and sizes follow, and go back with it."""

from tests.delegates.actions.test_listing import invited
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.kinds import tell_replanned
from tongket.delegates.actions.listing import set_group_size
from tongket.delegates.models import Delegate, GroupSize
from tongket.plans.facts import Facts, Participant

OFFICE, COMMUNES, REWARDED = "Ban Thường trực thành phố", "Mỗi xã, phường 02 đại biểu", "Đại biểu được khen thưởng"


def plan(*texts: str) -> Facts:
    """A plan with these groups, numbered from 1."""
    return Facts(participants=tuple(Participant(f"II.1/{n}", text, None) for n, text in enumerate(texts, 1)))


def stands(office: Office) -> tuple[dict[str, str], dict[str, int]]:
    """Where everybody belongs, and the sizes that are set."""
    people = Delegate.objects.filter(conference=office.conference)
    sizes = GroupSize.objects.filter(conference=office.conference)
    return dict(people.values_list("name", "clause")), dict(sizes.values_list("clause", "each"))


def settled(office: Office) -> None:
    """Somebody in each of three groups and beyond them; two groups have a size."""
    for name, clause in (("An", "II.1/1"), ("Bình", "II.1/2"), ("Chi", "II.1/3"), ("Dũng", "")):
        invited(office, name, clause=clause)
    for clause, each in (("II.1/1", 3), ("II.1/2", 2)):
        set_group_size(conference=office.conference, clause=clause, each=each, by=office.clerk, now=NOW)


def test_people_and_sizes_follow_their_group_and_go_back(office: Office) -> None:
    settled(office)
    before, old, new = stands(office), plan(OFFICE, COMMUNES, REWARDED), plan(COMMUNES, REWARDED)
    kept = tell_replanned(office.conference.pk, old, new, {})
    after = stands(office)
    invited(office, "Em", clause="II.1/1")
    tell_replanned(office.conference.pk, new, old, kept)

    assert after == ({"An": "", "Bình": "II.1/1", "Chi": "II.1/2", "Dũng": ""}, {"II.1/1": 2})
    assert stands(office) == (before[0] | {"Em": "II.1/2"}, before[1])


def test_two_groups_change_places(office: Office) -> None:
    settled(office)
    tell_replanned(office.conference.pk, plan(OFFICE, COMMUNES, REWARDED), plan(COMMUNES, OFFICE, REWARDED), {})

    people = {"An": "II.1/2", "Bình": "II.1/1", "Chi": "II.1/3", "Dũng": ""}
    assert stands(office) == (people, {"II.1/1": 2, "II.1/2": 3})


def test_a_form_that_was_opened_before_cannot_write_the_old_group(office: Office) -> None:
    settled(office)
    tell_replanned(office.conference.pk, plan(OFFICE, COMMUNES), plan(COMMUNES, OFFICE), {})

    revisions = Delegate.objects.order_by("name").values_list("revision", flat=True)
    assert list(revisions) == [1, 1, 0, 0]
