"""Traffic: article views and daily visitors."""
