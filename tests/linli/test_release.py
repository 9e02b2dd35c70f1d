"""`make release` gives nothing away of which something is red."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.processes import ROOT

GREEN = "mkdir -p build/wheel build/sbom && touch build/wheel/linli-9.9.9-py3-none-any.whl build/sbom/python.cdx.json"
ENTRY = "# Changes\n\n## 9.9.9 — 2026-11-28\n\n- 能用了\n"


def _git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=t", "-c", "user.email=t@example.invalid")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path):
    """A project of this version that is committed whole, with our Makefile."""
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").write_text('[project]\nname = "linli"\nversion = "9.9.9"\n')
    (folder / "CHANGELOG.md").write_text(ENTRY)
    (folder / ".gitignore").write_text("build/\n")
    _git(folder, "init", "--quiet")
    _git(folder, "add", "-A")
    _git(folder, "commit", "--quiet", "-m", "All")
    return folder


def released(project: Path, *, ci: str = GREEN, steps: str = "true") -> tuple[bool, str]:
    """Whether it was, and what was said; the long steps are stood in for."""
    done = subprocess.run(
        ["make", "release", f"CI={ci}", f"RELEASE_MAKE={steps}"], cwd=project, capture_output=True, text=True
    )
    given = (project / "build" / "wheel" / "SHA256SUMS").exists()
    assert given == (done.returncode == 0)
    return given, done.stdout + done.stderr


def test_what_is_green_is_given_with_its_sums(project):
    given, said = released(project)
    assert given, said
    sums = (project / "build" / "wheel" / "SHA256SUMS").read_text()
    assert "linli-9.9.9-py3-none-any.whl" in sums
    assert "python.cdx.json" in sums
    assert "git tag v9.9.9" in said


def test_what_is_not_committed_is_not_released(project):
    (project / "new.py").write_text("")
    given, said = released(project)
    assert not given
    assert "还有没提交的改动" in said
    assert not (project / "build").exists()


@pytest.mark.parametrize("entry", ["# Changes\n", "# Changes\n\n## 9.9.9 — unreleased\n"])
def test_what_the_change_log_does_not_tell_of_is_not_released(project, entry):
    (project / "CHANGELOG.md").write_text(entry)
    _git(project, "commit", "--quiet", "-am", "Entry")
    given, said = released(project)
    assert not given
    assert "更新记录里没有 9.9.9" in said


def test_a_version_that_is_out_is_not_released_again(project):
    _git(project, "tag", "v9.9.9")
    given, said = released(project)
    assert not given
    assert "已经发布过" in said


@pytest.mark.parametrize(("ci", "steps"), [("false", "true"), (GREEN, "false"), (GREEN, "test install-test !=")])
def test_each_step_ends_it_when_it_is_red(project, ci, steps):
    given, _ = released(project, ci=ci, steps=steps)
    assert not given


def test_the_steps_are_the_whole_suite_from_a_clean_clone_and_the_wheel_that_is_played():
    steps = (ROOT / "Makefile").read_text().partition("\nrelease:\n")[2].partition("\n\n")[0].splitlines()
    for step in ("$(CI)", "$(RELEASE_MAKE) audit docs", "$(RELEASE_MAKE) install-test"):
        assert f"\t@cd $(CLONE) && {step}" in steps
    assert all("|| true" not in step and not step.startswith("\t-") for step in steps)
    suite = (ROOT / ".ci" / "run").read_text()
    assert "set -euo pipefail" in suite
    assert all(f"make {step}\n" in suite for step in ("check", "sbom", "test"))
