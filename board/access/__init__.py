"""Access control: who may enter a page, how often, and what a guest proves first."""
