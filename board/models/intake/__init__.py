"""Release intake: press releases that arrive as files or mail, and the drafts they become."""
