"""Mail: letters that go out by SMTP, and the inbox that is read by IMAP or as a Maildir."""
