"""Legal duties: corrections of articles, takedown of comments, receipts of both."""
