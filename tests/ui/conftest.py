import os
from collections.abc import Iterator
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from demur.app import Services
from ui_fakes import AtOnce, FakeServices

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from demur.ui import MainWindow


@pytest.fixture
def services() -> FakeServices:
    return FakeServices()


@pytest.fixture
def window(qtbot: QtBot, services: FakeServices) -> Iterator[MainWindow]:
    """An open window over fake services, everything done on the spot."""
    made = MainWindow(cast(Services, services), AtOnce())
    qtbot.addWidget(made)
    made.show()
    made.start([])
    yield made
    services.full_disk = False
