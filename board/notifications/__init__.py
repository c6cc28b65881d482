"""Notifications: who hears of a decision, in which words, by mail."""
