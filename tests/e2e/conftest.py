"""The window as a person has it; each file of tests brings its own ``services``."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.ui import MainWindow
from demur.ui.background import PoolRunner


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Iterator[MainWindow]:
    made = MainWindow(services, PoolRunner())
    qtbot.addWidget(made)
    made.show()
    made.start([])
    yield made
    made.close()
