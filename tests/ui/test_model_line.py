"""What the status line says of the model."""

from collections.abc import Callable
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.domain.errors import DemurError
from demur.domain.model import ModelInfo
from demur.ui import MainWindow
from ui_fakes import AtOnce, FakeServices


class Warming(FakeServices):
    """Looks at the status line while the model is tried."""

    def __init__(self, outcome: ModelInfo | DemurError) -> None:
        super().__init__()
        self.outcome = outcome
        self.look: Callable[[], str] = str
        self.seen = ""

    def warm_up(self, on_step: Callable[[int, int], None]) -> ModelInfo:
        on_step(3, 14)
        self.seen = self.look()
        if isinstance(self.outcome, DemurError):
            raise self.outcome
        return self.outcome


def started(qtbot: QtBot, services: Warming) -> MainWindow:
    window = MainWindow(cast(Services, services), AtOnce())
    qtbot.addWidget(window)
    services.look = window.status.model.text
    window.start([])
    return window


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (ModelInfo(id="own", file="own.gguf", note="9 of 12"), "model ready: own"),
        (
            ModelInfo(id="none", file="own.gguf", note="2 of 12"),
            "own.gguf is not used: templates and rules write",
        ),
        (ModelInfo(id="none"), "no model: templates and rules write"),
        (DemurError("It broke.", "Try again."), "no model: templates and rules write"),
    ],
)
def test_the_trial_of_a_model_and_its_outcome_are_told(
    qtbot: QtBot, outcome: ModelInfo | DemurError, said: str
) -> None:
    services = Warming(outcome)
    line = started(qtbot, services).status.model
    assert services.seen == "trying the model, once: 3 of 14"
    assert line.text() == said
    assert line.toolTip() == (outcome.note if isinstance(outcome, ModelInfo) else "")
