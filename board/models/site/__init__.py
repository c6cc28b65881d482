"""The site: its boards, their groups, and the publisher of record."""
