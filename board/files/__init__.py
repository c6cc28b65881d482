"""Files: where uploads are stored, what they really are, and how large they may be."""
