"""Maintenance: retention, recounts, erasure of addresses, files nobody owns."""
