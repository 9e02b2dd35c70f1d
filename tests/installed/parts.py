"""All parts, in the order in which they are played."""

from tests.installed.alarms import rang_alarms
from tests.installed.containers import wrote_containers
from tests.installed.seen import Part
from tests.installed.serving import served_in_earnest
from tests.installed.suite import of_tests
from tests.installed.units import looked_at_units
from tests.installed.upgrade import upgraded
from tests.installed.visitor import played_demo

PARTS = (
    Part("demo", played_demo),
    Part("up on an empty folder", served_in_earnest),
    Part("systemd units", looked_at_units),
    Part("containers", wrote_containers),
    Part("alarms", rang_alarms),
    Part("upgrade of each release, and of its backup", upgraded),
    of_tests("upgrade that was cut off", "tests/living/test_killed_upgrade.py::test_the_command_says_that_it_goes_on"),
    of_tests("fail-over of PostgreSQL", "tests/faults/test_standby.py"),
    of_tests("fail-over of Valkey under Sentinel", "tests/faults/test_sentinel.py"),
    of_tests("S3 (moto's server)", "tests/storage/test_bucket.py"),
)
