"""Moderation: rulings of staff, sweeps, blocks, suspensions, slowdowns, attack mode."""
