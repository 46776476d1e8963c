"""Tests of reviews as JSON."""
