"""Benchmarks: `python -m tests.bench releases` and others, one module each."""
