"""Traffic: views of articles and visitors of a day."""
