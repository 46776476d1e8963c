"""Tests of comparing a corrected plan with the one in force."""
