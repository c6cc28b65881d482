"""What the newsroom types: one small file per thing."""
