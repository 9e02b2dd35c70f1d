"""`make sbom`: everything that is shipped stands in it, with its version and its hashes."""

import json
import re
import subprocess

from tests.processes import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def test_every_pin_that_is_shipped_stands_in_the_bill_of_materials(tmp_path):
    done = subprocess.run(
        ["make", "-o", ".venv/.tests", "sbom", f"SBOM={tmp_path}"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    python = json.loads((tmp_path / "python.cdx.json").read_text())
    assert python["bomFormat"] == "CycloneDX"
    assert python["metadata"]["component"]["name"] == "linli"
    found = {(each["name"].lower(), each["version"]) for each in python["components"]}
    assert found == {(name.lower(), version) for name, version in PIN.findall((ROOT / "requirements.txt").read_text())}
    assert all("hashes" in str(each["externalReferences"]) for each in python["components"])
    web = json.loads((tmp_path / "web.cdx.json").read_text())
    assert web["bomFormat"] == "CycloneDX"
    asked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    purls = " ".join(each["purl"] for each in web["components"]).replace("%40", "@")
    assert all(f"pkg:npm/{name}@{version}" in purls for name, version in asked.items())
    assert "chromium" not in purls
