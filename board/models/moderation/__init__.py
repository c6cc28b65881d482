"""Moderation: rulings of staff, spam sweeps, blocks, suspensions, slow mode, attack mode."""
