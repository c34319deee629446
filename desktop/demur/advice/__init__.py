"""Which move the signals of a request advise: a decision table, kept as data."""

from .table import DecisionTable

__all__ = ["DecisionTable"]
