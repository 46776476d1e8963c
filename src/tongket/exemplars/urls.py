"""Addresses of the register of exemplars."""

from django.urls import path

from tongket.exemplars.views import exemplar, register

app_name = "exemplars"
HERE = "conferences/<int:conference_id>/exemplars/"
urlpatterns = [
    path(HERE, register.register, name="register"),
    path(f"{HERE}new", register.new, name="new"),
    path(f"{HERE}twins", register.twins, name="twins"),
    path(f"{HERE}<int:exemplar_id>/", exemplar.exemplar, name="exemplar"),
    path(f"{HERE}<int:exemplar_id>/step", exemplar.step, name="step"),
    path(f"{HERE}proofs/<int:proof_id>/file", exemplar.proof_file, name="proof_file"),
]
