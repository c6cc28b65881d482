"""Voting: recommendations, their daily limit, and votes that are not counted."""
