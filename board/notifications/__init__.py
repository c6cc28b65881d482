"""Notifications: who is told of a decision by mail, and in which words."""
