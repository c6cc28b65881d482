"""Corrections: requests for correction or reply, their deadlines and decisions."""
