"""The same paths lead to the same texts in a checkout, in a wheel and in a frozen build."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from demur import resources
from demur.resources import ResourceError

CHECKOUT = Path(__file__).parents[2]

READS = """
import hashlib
import json
from demur import resources
texts = {path: resources.read(path) for path in ("models/catalogue.toml", "demur/advice/table.toml")}
for folder in ("prompts/templates", "prompts/rewrite", "prompts/voices", "demur/rules/packs"):
    texts |= {f"{folder}/{name}": text for name, text in resources.read_all(folder, ".toml").items()}
adapter = resources.adapter_file("smollm2-135m-instruct.gguf")
texts["adapter"] = hashlib.sha256(adapter.read_bytes()).hexdigest()
print(json.dumps([resources.__file__, texts]))
"""


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def read_with(*python: str) -> tuple[Path, dict[str, str]]:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join((*python, READS))], capture_output=True, text=True, check=True
    )
    module, texts = json.loads(done.stdout)
    return Path(module), texts


@pytest.fixture(scope="module")
def checkout_texts() -> dict[str, str]:
    module, texts = read_with()
    assert module == CHECKOUT / "desktop/demur/resources.py"
    return texts


def test_a_checkout_reads_its_own_files(checkout_texts: dict[str, str]) -> None:
    assert checkout_texts["models/catalogue.toml"] == (CHECKOUT / "models/catalogue.toml").read_text(
        "utf-8"
    )
    table = CHECKOUT / "desktop/demur/advice/table.toml"
    assert checkout_texts["demur/advice/table.toml"] == table.read_text("utf-8")


def test_a_wheel_brings_every_file(unpacked_wheel: Path, checkout_texts: dict[str, str]) -> None:
    module, texts = read_with("import sys", f"sys.path.insert(0, {str(unpacked_wheel)!r})")
    assert module == unpacked_wheel / "demur/resources.py"
    assert texts == checkout_texts


def test_a_frozen_build_reads_what_it_unpacked(
    unpacked_wheel: Path, checkout_texts: dict[str, str], tmp_path: Path
) -> None:
    unpacked = shutil.copytree(unpacked_wheel / "demur", tmp_path / "demur")
    (unpacked / "data/models/catalogue.toml").write_text("# as unpacked\n")
    _, texts = read_with("import sys", f"sys._MEIPASS = {str(tmp_path)!r}")
    assert texts == {**checkout_texts, "models/catalogue.toml": "# as unpacked\n"}


def test_what_is_missing_is_named_with_a_next_step() -> None:
    with pytest.raises(ResourceError, match=r"prompts/templates/none\.toml is missing") as caught:
        resources.read("prompts/templates/none.toml")
    assert "make run" in caught.value.hint
    with pytest.raises(ResourceError, match="prompts/nowhere is missing"):
        resources.read_all("prompts/nowhere", ".toml")


def test_a_model_is_found_without_running_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a_model_package"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('was run')")
    (package / "a.gguf").write_bytes(b"GGUF")
    monkeypatch.syspath_prepend(tmp_path)
    assert resources.packaged_model_file("a_model_package", "a.gguf") == package / "a.gguf"
    assert "a_model_package" not in sys.modules


@pytest.mark.parametrize("package", ["no_such_package", "demur"])
def test_a_missing_model_says_how_to_get_it(package: str) -> None:
    with pytest.raises(ResourceError, match=r"model file x\.gguf is missing") as caught:
        resources.packaged_model_file(package, "x.gguf")
    assert "make run" in caught.value.hint
