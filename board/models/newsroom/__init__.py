"""Newsroom tools: the order of the menu, and bulk publishing."""
