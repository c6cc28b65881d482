"""Articles: drafts, publication, revisions, corrections; one module for each trait."""
