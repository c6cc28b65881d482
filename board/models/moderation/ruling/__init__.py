"""Rulings: decisions of staff on one or many comments, and their reversal."""
