"""Files: storage of uploads, file type detection, photos, and size limits."""
