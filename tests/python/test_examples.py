"""The scripts of examples/python run as they are, but for the number of replicates, and say what they promise."""
from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import innoscore  # noqa: E402
from matplotlib import pyplot  # noqa: E402

SOURCE = Path(__file__).resolve().parents[2]
SCRIPTS = SOURCE / "examples" / "python" / "scripts"
DOCS = SOURCE / "docs"
MANY, FEW = "REPLICATES = 100_000\n", "REPLICATES = 400\n"


@pytest.fixture(autouse=True)
def as_before():
    yield
    pyplot.close("all")
    innoscore.set_language("en")


def run(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The script in a folder of its own; its names afterwards."""
    script = SCRIPTS / name
    text = script.read_text(encoding="utf-8")
    assert text.count(MANY) == 1
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__file__": str(script), "__name__": "__main__"}
    exec(compile(text.replace(MANY, FEW), str(script), "exec"), names)
    return names


def pictures(folder: Path) -> set[str]:
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert all(data.startswith(b"\x89PNG") and len(data) > 4000 for data in found.values())
    return set(found)


def test_tai(tmp_path, monkeypatch, capsys):
    names = run("tai.py", tmp_path, monkeypatch)
    assert names["agreeing"] == 23 and len(names["verification"].findings()) == 0
    assert names["uncertainty"].replicates == 400 and names["uncertainty"].failed == 0
    assert set(names["indices"].index) == {"weights", "normalization"}
    said = capsys.readouterr().out
    assert "23 of 23 printed ranks agree" in said and "TAI  Technology Achievement Index: 0.74" in said
    assert pictures(tmp_path) == {f"tai_{name}.png" for name in
                                  ("ranking", "profile", "correlations", "ranks", "waterfall", "sunburst")}


def test_pii_in_vietnamese(tmp_path, monkeypatch, capsys):
    names = run("pii_vi.py", tmp_path, monkeypatch)
    assert names["risen"] > names["result"].score()["HUE"] == names["what_if_after"]
    said = capsys.readouterr().out
    assert "Huế: PII" in said and "tương quan" in said
    assert pictures(tmp_path) == {f"pii_{name}.png" for name in
                                  ("xep_hang", "ho_so", "tuong_quan", "hang", "dong_gop", "khung")}
    assert "không phải số liệu chính thức" in (SCRIPTS / "pii_vi.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("page, files", [
    ("python.md", {"framework.csv": "framework", "data.csv": "data", "data_2024.csv": "data", "published.csv": "published"}),
    ("vi/python.md", {"KHUNG.csv": "framework", "SOLIEU.csv": "data", "SOLIEU_NAM_TRUOC.csv": "data", "CONGBO.csv": "published"}),
])
def test_what_the_pages_show_runs(page, files, tmp_path, monkeypatch):
    """The Python of a page, from its top to its end, on the generated provinces."""
    folder = SOURCE / "examples" / "data" / "pii-synthetic"
    published = innoscore.Method(innoscore.Framework.from_csv(folder / "framework.csv")).score(folder / "data.csv").rank()
    for name, what in files.items():
        if what == "published":
            published.rename("rank").astype(int).to_csv(tmp_path / name)
        else:
            shutil.copy(folder / f"{what}.csv", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 9
    names: dict[str, Any] = {}
    for block in blocks:
        block = block.replace("100_000", "300").replace("base_points=1024", "base_points=16")
        exec(compile(block, page, "exec"), names)
        if "result" in names:
            names.update(result_of_last_year=names["result"], result_nam_truoc=names["result"], data=names["result"].dataset)
    assert len(names["verification"].findings()) == 0
    assert len(list(tmp_path.glob("*.png"))) == 1


def test_pictures_of_the_pages(tmp_path):
    """Every picture is written, small enough for a page, shown on a page, and there."""
    pytest.importorskip("PIL")
    runpy.run_path(str(SCRIPTS / "pictures.py"))["main"](tmp_path, 400)
    for below in (".", "vi"):
        names = pictures(tmp_path / below / "pictures")
        there = pictures(DOCS / below / "pictures")
        assert names == {name for name in there if not name.startswith("spreadsheet-")}  # those are of Calc
        for folder in (tmp_path, DOCS):
            assert max(path.stat().st_size for path in (folder / below / "pictures").iterdir()) < 60_000
        page = (DOCS / below / "python.md").read_text(encoding="utf-8")
        assert all(f"](pictures/{name})" in page for name in names)
