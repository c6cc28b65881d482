"""Mail: sending by SMTP; reading an inbox by IMAP or from a Maildir."""
