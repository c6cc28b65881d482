"""Measurements: `python -m tests.bench releases` and its sisters, one module each."""
