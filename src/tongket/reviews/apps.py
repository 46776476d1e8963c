"""The app of reviews."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "tongket.reviews"
    label = "reviews"
