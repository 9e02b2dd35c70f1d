"""`make release` gives nothing away of which something is red."""

import shutil
import subprocess

from tests.processes import ROOT


def test_what_is_not_committed_is_not_released(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    done = subprocess.run(["make", "release"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0
    assert "还有没提交的改动" in done.stdout
    assert not (tmp_path / "build").exists()


def test_each_step_of_a_release_ends_it_when_it_is_red():
    steps = (ROOT / "Makefile").read_text().partition("\nrelease:\n")[2].partition("\n\n")[0].splitlines()
    for target in ("check", "test", "sbom audit docs", "install-test"):
        assert f"\t@$(MAKE) {target}" in steps
    assert all("|| true" not in step and not step.startswith("\t-") for step in steps)
