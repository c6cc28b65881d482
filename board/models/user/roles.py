"""Roles of members, and their names on screen."""

READER, MODERATOR, ADMIN = "reader", "moderator", "admin"
ROLES = (READER, MODERATOR, ADMIN)
ROLE_NAMES = {READER: "독자", MODERATOR: "운영자", ADMIN: "편집자"}
