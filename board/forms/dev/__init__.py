"""Forms of the development pages."""
