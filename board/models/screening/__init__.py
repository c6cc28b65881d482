"""Screening of new comments: phases that look for reasons to hold one, and the wordlist."""
