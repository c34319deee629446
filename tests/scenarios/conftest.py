"""Every story begins with a user of whom nothing is known yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from story import Story


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Story]:
    with Story(tmp_path) as story:
        yield story
