"""Base content, a language and a clinic, laid over one another."""
