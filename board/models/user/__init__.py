"""Users: members and guests, roles and permissions, passwords, sessions."""
