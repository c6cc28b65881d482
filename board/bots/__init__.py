"""Bots: what tells a machine from a person without asking the person anything."""
