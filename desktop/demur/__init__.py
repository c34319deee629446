"""Demur answers networking requests kindly, in the user's own voice, on the user's own machine."""

__version__ = "0.1.0"
