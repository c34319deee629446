"""Frozen types, ports and the error base: the words that every package shares."""
