"""Where replies leave for: a file, written whole or not at all."""

from .save import OutboxError, save_text

__all__ = ["OutboxError", "save_text"]
