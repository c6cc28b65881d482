"""Access control: who may enter a page, how often, and what guests must prove."""
