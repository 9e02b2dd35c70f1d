"""Units of systemd: one a part, the schema's upgrade before them, the queue beside them, a target over all."""

from linli import units_texts as texts
from linli.part_table import PARTS, ServingPart
from linli.settings import Settings
from linli.units.containers import caddyfile

TARGET, UPGRADE, QUEUE = "linli.target", "linli-upgrade.service", "linli-queue.service"
README = "README.txt"
LINLI = "/opt/linli/bin/linli"
HOME = "/var/lib/linli"
HARDENED = """\
User=linli
Group=linli
WorkingDirectory=/var/lib/linli
StateDirectory=linli
StateDirectoryMode=0700
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallFilter=setrlimit prlimit64 sched_setaffinity sched_setscheduler
SystemCallErrorNumber=EPERM
"""
"""Nobody's rights but to the own folder. Limits may be raised up to the hard one: a connection is a file."""


def units() -> dict[str, str]:
    """The text of each file by its name."""
    services = {f"linli-{part.name}.service": _part(part) for part in PARTS}
    return {TARGET: _target(), UPGRADE: _upgrade(), QUEUE: _queue(), **services, **_beside()}


def _beside() -> dict[str, str]:
    proxy = caddyfile("linli.example.gov.cn", str(Settings.model_fields["bind"].default))
    return {"Caddyfile": proxy, README: texts.SYSTEMD_README}


def _target() -> str:
    wanted = " ".join([QUEUE, *(f"linli-{part.name}.service" for part in PARTS)])
    return (
        f"{texts.GENERATED.format(name=TARGET)}\n[Unit]\nDescription={texts.TARGET}\nWants={wanted}\n\n"
        "[Install]\nWantedBy=multi-user.target\n"
    )


def _upgrade() -> str:
    """Runs before any part, whenever the target begins; postgresql's is waited for where it is on this machine."""
    return (
        f"{texts.GENERATED.format(name=UPGRADE)}\n[Unit]\nDescription={texts.UPGRADE}\nPartOf={TARGET}\n"
        "After=network-online.target postgresql.service\nWants=network-online.target\n\n"
        f"[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart={LINLI} db upgrade\n{HARDENED}"
    )


def _queue() -> str:
    return (
        f"{texts.GENERATED.format(name=QUEUE)}\n[Unit]\nDescription={texts.QUEUE}\nPartOf={TARGET}\n\n"
        f"[Service]\nType=exec\nExecStart={LINLI} queue\nRestart=always\nRestartSec=2\n{HARDENED}"
    )


def _part(part: ServingPart) -> str:
    name = f"linli-{part.name}.service"
    return (
        f"{texts.GENERATED.format(name=name)}\n[Unit]\nDescription={texts.PART.format(label=part.label)}\nPartOf={TARGET}\n"
        f"Requires={UPGRADE}\nWants={QUEUE}\nAfter={UPGRADE} {QUEUE} network-online.target\n\n"
        f"[Service]\nType=exec\nExecStart={LINLI} {part.name}\nRestart=always\nRestartSec=2\nTimeoutStopSec=30\n"
        f"KillMode=mixed\nLimitNOFILE=65536\n{HARDENED}"
    )
