"""Newsroom forms: one small file for each thing that is typed."""
