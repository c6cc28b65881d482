"""Site: boards, their groups, and the publisher record."""
