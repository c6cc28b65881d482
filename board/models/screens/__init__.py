"""Screens: what one page shows, gathered in a fixed number of queries."""
