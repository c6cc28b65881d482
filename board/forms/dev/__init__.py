"""Forms of the pages for those who work on Naru."""
