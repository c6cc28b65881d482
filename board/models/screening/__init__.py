"""Screening of comments: phases that look for reasons to hold one back, and the wordlist."""
