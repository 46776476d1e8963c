"""Addresses of papers and remarks; the number of a paper is that of its duty."""

from django.urls import path

from tongket.papers.views import (
    arranging,
    drafting,
    entering,
    listing,
    paper,
    remarks,
    rules,
    taking,
    topics,
    write,
)

app_name = "papers"
HERE = "conferences/<int:conference_id>/"
ONE = "papers/<int:pk>/"
urlpatterns = [
    path(f"{HERE}papers/", listing.papers, name="list"),
    path(f"{HERE}papers/order", arranging.order, name="order"),
    path(f"{HERE}papers/rules", rules.rules, name="rules"),
    path(f"{HERE}papers/papers.zip", taking.everything, name="zip"),
    path(ONE, paper.paper, name="paper"),
    path(f"{ONE}standing", paper.standing, name="standing"),
    path(f"{ONE}write", write.write, name="write"),
    path(f"{ONE}draft", drafting.draft, name="draft"),
    path(f"{ONE}look", write.look, name="look"),
    path(f"{ONE}enter", entering.enter_paper, name="enter"),
    path(f"{ONE}topic", topics.topic, name="topic"),
    path(f"{ONE}limits", arranging.limits, name="limits"),
    path("paper-versions/<int:version_id>/file", taking.version_file, name="version_file"),
    path("paper-versions/<int:version_id>/pages/<int:number>.svg", paper.sheet, name="sheet"),
    path("paper-versions/<int:version_id>/paper.pdf", paper.pdf, name="pdf"),
    path("paper-versions/<int:version_id>/paper.docx", paper.word, name="word"),
    path("paper-versions/<int:version_id>/pictures/<int:ordinal>", taking.picture, name="picture"),
    path(f"{HERE}remarks/", remarks.remarks, name="remarks"),
    path(f"{HERE}remarks/order", arranging.remark_order, name="remark_order"),
    path(f"{HERE}remarks/wish/<int:unit_id>", remarks.wish, name="wish"),
    path("remarks/for/<int:duty_id>", remarks.prepare, name="prepare"),
    path("remarks/<int:remark_id>/", remarks.remark, name="remark"),
    path("remarks/<int:remark_id>/file", taking.remark_file, name="remark_file"),
]
