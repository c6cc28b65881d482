"""The newsroom: the order of the menu, and publishing many drafts at once."""
