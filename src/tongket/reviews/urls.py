"""Addresses of reviews; a review is named by its conference and its unit, for its row comes with the first words."""

from django.urls import path

from tongket.reviews.views import below, bundle, entering, files, listing, outline, review, write

app_name = "reviews"
HERE = "conferences/<int:conference_id>/reviews/"
ONE = f"{HERE}<int:unit_id>/"
urlpatterns = [
    path(HERE, listing.reviews, name="list"),
    path(f"{HERE}outline", outline.outline, name="outline"),
    path(f"{HERE}bundle", bundle.bundle, name="bundle"),
    path(f"{HERE}senders", bundle.revoke, name="revoke_sender"),
    path(f"{HERE}form.<str:ending>", files.blank, name="blank"),
    path("reviews/", listing.mine, name="mine"),
    path("reviews/for/<int:duty_id>", listing.of_duty, name="of_duty"),
    path(ONE, review.review, name="review"),
    path(f"{ONE}write", write.write, name="write"),
    path(f"{ONE}draft", write.draft, name="draft"),
    path(f"{ONE}file", entering.hand_in, name="hand_in"),
    path(f"{ONE}enter", entering.enter_review, name="enter"),
    path(f"{ONE}figures", review.figures, name="figures"),
    path(f"{ONE}below", below.below, name="below"),
    path(f"{ONE}attached", files.attach_file, name="attach"),
    path(f"{ONE}form.<str:ending>", files.form, name="form"),
    path("review-versions/<int:version_id>/file", files.version_file, name="version_file"),
    path("review-files/<int:attached_id>", files.attached_file, name="attached"),
]
