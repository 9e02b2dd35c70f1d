"""What only the machine itself can say: how full its disk and memory are, and how large a process is."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

_GROUPS = (("memory.max", "memory.current"), ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes"))
_CGROUP = Path("/sys/fs/cgroup")


def process_name(part: str) -> str:
    """By what this process is known: its machine, its part, its number."""
    return f"{os.uname().nodename}:{part}:{os.getpid()}"


def machine_figures(folder: Path) -> dict[str, float]:
    """Those that this machine knows; `folder`: whose disk counts."""
    found: dict[str, float] = {}
    with suppress(OSError):
        usage = shutil.disk_usage(folder)
        found["linli_disk_used_share"] = 1 - usage.free / usage.total
    with suppress(OSError, ValueError, KeyError):
        found["linli_memory_used_share"] = _memory_used()
    largest = max(_bytes_of("self"), *(_bytes_of(child) for child in _children()), 0)
    if largest:
        found["linli_process_bytes"] = largest
    return found


def _children() -> list[str]:
    """Those that this process has started, such as web processes."""
    found: list[str] = []
    for thread in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found += thread.read_text().split()
    return found


def _bytes_of(process: str) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _memory_used() -> float:
    """Of the machine, or of what the container may have, whichever is fuller; what can be taken back at once is free."""
    lines = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    total, free = (int(lines[name].split()[0]) for name in ("MemTotal", "MemAvailable"))
    return max(1 - free / total, _group_used(total * 1024))


def _group_used(machine: int) -> float:
    for most, used in _GROUPS:
        with suppress(OSError, ValueError):
            limit = int((_CGROUP / most).read_text())
            if limit < machine:
                cached = dict(
                    line.split() for line in (_CGROUP / most).with_name("memory.stat").read_text().splitlines()
                )
                return (int((_CGROUP / used).read_text()) - int(cached.get("inactive_file", 0))) / limit
    return 0.0
