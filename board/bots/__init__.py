"""Bot detection: tell machines from people without asking people anything."""
