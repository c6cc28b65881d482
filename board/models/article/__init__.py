"""Articles: drafts, publication, revisions, corrections, what each trait adds."""
