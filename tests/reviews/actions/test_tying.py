"""What a review that counts changes beside itself."""

from decimal import Decimal

from tests.factories.conferences import NOW
from tests.factories.reviews import make_review, make_review_duty
from tests.office import Office
from tongket.exemplars.actions import merge_exemplars
from tongket.exemplars.models import Exemplar
from tongket.reviews.models import Mention, Tally
from tongket.reviews.values import Named

GREEN = Named("Ngôi nhà xanh", "Chi hội Phụ nữ", "khối phố 5", "Mô hình Ngôi nhà xanh gom phế liệu.")


def test_models_come_into_the_register_once_the_review_counts(office: Office) -> None:
    duty = make_review_duty(conference=office.conference, unit=office.unit_a)
    make_review(duty=duty, exemplars=[GREEN])
    assert not Exemplar.objects.exists()

    make_review(duty=duty, exemplars=[GREEN], confirmed=True)

    row = Exemplar.objects.get()
    assert (row.host, row.owner_name, row.place) == (office.conference.host, "Chi hội Phụ nữ", "khối phố 5")
    assert Mention.objects.get().exemplar == row
    assert list(row.proofs.values_list("unit", "quote")) == [(office.unit_a.pk, "Mô hình Ngôi nhà xanh gom phế liệu.")]


def test_one_model_of_two_reviews_is_subtracted_once_it_is_merged(office: Office) -> None:
    for unit in (office.unit_a, office.unit_b):
        make_review(
            duty=make_review_duty(conference=office.conference, unit=unit),
            figures={"models": 4},
            exemplars=[GREEN],
            confirmed=True,
        )
    one, other = Exemplar.objects.order_by("pk")

    merge_exemplars(kept=one, merged=other, by=office.clerk, now=NOW)

    whole = Tally.objects.get(unit=office.conference.host, indicator__code="models", period__code="2024")
    assert (whole.total, whole.doubled) == (Decimal(8), 1)
