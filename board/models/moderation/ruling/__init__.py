"""Rulings: a decision of staff on one comment or many, and its undoing."""
