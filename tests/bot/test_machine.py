"""What the machine says of itself, on the machine that runs the test."""

import os
import subprocess
import sys

import psutil

from bot.machine import machine_figures, process_name


def test_the_figures_are_those_of_this_machine(tmp_path):
    found = machine_figures(tmp_path)
    usage = psutil.disk_usage(str(tmp_path))
    assert abs(found["linli_disk_used_share"] - (1 - usage.free / usage.total)) < 0.05
    assert 0 < found["linli_memory_used_share"] < 1.2
    assert str(os.getpid()) in process_name("web")


def test_the_largest_of_its_children_counts(tmp_path):
    before = machine_figures(tmp_path)["linli_process_bytes"]
    size = int(before) + 200 * 1024 * 1024
    script = f"x = b'x' * {size}; print('made', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"made\n"
        assert machine_figures(tmp_path)["linli_process_bytes"] > before + 150 * 1024 * 1024
        child.communicate(b"\n")


def test_a_folder_that_is_not_there_has_no_figure(tmp_path):
    assert "linli_disk_used_share" not in machine_figures(tmp_path / "nowhere")
