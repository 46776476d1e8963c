"""Addresses of the summary report, its figures, themes and recommendations."""

from django.urls import path

from tongket.synthesis.views import bundling, figures, passage, printing, recommendations, report, themes

app_name = "synthesis"
HERE = "conferences/<int:conference_id>/report/"
ONE = "passages/<int:passage_id>/"
urlpatterns = [
    path(HERE, report.report, name="report"),
    path(f"{HERE}compose", report.compose, name="compose"),
    path(f"{HERE}add", report.add, name="add"),
    path(ONE, passage.passage, name="passage"),
    path(f"{ONE}do", passage.do, name="do"),
    path(f"{ONE}sources", passage.sources, name="sources"),
    path(f"{HERE}figures", figures.figures, name="figures"),
    path(f"{HERE}figures.xlsx", figures.sheet, name="sheet"),
    path(f"{HERE}themes", themes.themes, name="themes"),
    path(f"{HERE}themes/move", themes.move, name="move"),
    path(f"{HERE}themes/<int:theme_id>/", themes.theme, name="theme"),
    path(f"{HERE}recommendations", recommendations.recommendations, name="recommendations"),
    path(f"{HERE}recommendations/new", recommendations.new, name="new_recommendation"),
    path(f"{HERE}recommendations/letter", recommendations.letter, name="letter"),
    path("recommendations/<int:recommendation_id>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<int:recommendation_id>/do", recommendations.do, name="do_recommendation"),
    path(f"{HERE}print", printing.printed, name="print"),
    path(f"{HERE}report.<str:ending>", printing.file, name="file"),
    path(f"{HERE}bundle", bundling.bundle, name="bundle"),
    path(f"{HERE}bundle.tongket", bundling.file, name="bundle_file"),
    path(f"{HERE}document", printing.document, name="document"),
]
