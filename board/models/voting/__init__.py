"""Voting: recommendations, their daily limit, and excluded votes."""
