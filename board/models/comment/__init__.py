"""Comments: threads, edits, holds, reports, removals, appeals and authorship."""
