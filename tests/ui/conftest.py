from collections.abc import Iterator
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

import ui_hands  # noqa: F401 - no display is needed
from demur.app import Services
from demur.ui import MainWindow
from ui_fakes import AtOnce, FakeServices


@pytest.fixture
def services() -> FakeServices:
    return FakeServices()


@pytest.fixture
def window(qtbot: QtBot, services: FakeServices) -> Iterator[MainWindow]:
    """An open window over fake services, everything done on the spot."""
    made = MainWindow(cast(Services, services), AtOnce())
    qtbot.addWidget(made)
    made.resize(1280, 800)  # wider than the screen of tests
    made.show()
    made.start([])
    yield made
    services.full_disk = False
