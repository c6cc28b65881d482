"""Maintenance: retention, recounts, erasure of addresses, orphaned files."""
