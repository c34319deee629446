"""The base of every value that crosses a package border."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable, strictly validated value: unknown fields are refused, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
