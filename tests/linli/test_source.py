"""What stands nowhere in the source: the ways by which words become code, statements, commands, patterns or secrets."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ("linli", "console", "scheduler", "bot", "handlers", "storage", "governance", "understanding")
SIMULATOR = "simulator"
STEPS = "storage/migrations/versions/"
"""Written once, run by the operator; no word of anybody comes to them."""


def sources(*parts: str) -> Iterator[tuple[str, ast.Module]]:
    for part in parts or PARTS:
        for path in sorted((ROOT / part).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not name.startswith(STEPS):
                yield name, ast.parse(path.read_text())


@cache
def trees() -> Mapping[str, ast.Module]:
    """Every file of the product, read once a worker, and only by one that asks."""
    return dict(sources())


TEMPLATES = {
    str(path.relative_to(ROOT)): path.read_text()
    for part in ("console", "linli")
    for path in (ROOT / part / "templates").glob("*.html")
}
SCRIPTS = {path.name: path.read_text() for path in (ROOT / "console" / "static").glob("*.js")}


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


@cache
def calls(tree: ast.AST) -> tuple[tuple[str, ast.Call], ...]:
    return tuple((dotted(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call))


@cache
def imported(tree: ast.AST) -> frozenset[str]:
    """Each module that is imported, and each name of it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return frozenset(found)


def who_imports(*modules: str) -> set[str]:
    return {
        name
        for name, tree in trees().items()
        if any(each == module or each.startswith(f"{module}.") for each in imported(tree) for module in modules)
    }


def who_calls(pattern: str) -> set[str]:
    return {name for name, tree in trees().items() if any(re.fullmatch(pattern, said) for said, _ in calls(tree))}


def test_no_word_becomes_code_or_an_object():
    assert (
        who_calls(r"eval|exec|compile|__import__|.*\.(render_template_string|from_string)|render_template_string")
        == set()
    )
    assert who_imports("pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle", "code", "codeop") == set()
    loads = [call for tree in trees().values() for said, call in calls(tree) if said == "np.load"]
    assert loads
    for call in loads:
        assert ("allow_pickle", False) in {(each.arg, getattr(each.value, "value", None)) for each in call.keywords}


OF_CONSTANTS = {
    "f'PRAGMA {pragma}'",
}
"""Statements that are put together, of words that stand in the source."""


def test_no_statement_is_made_of_somebodys_words():
    """Raw SQL stands in few places, each of which binds what it is given; the rest is built by SQLAlchemy."""
    raw = who_calls(r"(.*\.)?(exec_driver_sql|executescript)|text") - {"handlers/office/privacy.py"}
    assert raw == {
        "storage/backup.py", "storage/bulk.py", "storage/database.py", "storage/filling.py", "storage/first_reports.py",
        "storage/references.py", "storage/seal_anew.py", "storage/unit_of_work.py", "storage/upgrading.py",
    }  # fmt: skip
    for name, tree in trees().items():
        for said, call in calls(tree):
            if re.fullmatch(r".*\.(execute|exec_driver_sql)|text|sa\.text", said) and call.args:
                first = call.args[0]
                if ast.unparse(first).startswith('f"SELECT setval('):
                    continue  # the names of our own tables
                made = isinstance(first, ast.JoinedStr) or (
                    isinstance(first, ast.BinOp) and isinstance(first.op, ast.Mod | ast.Add)
                )
                assert not made or ast.unparse(first) in OF_CONSTANTS, f"{name}:{call.lineno}"


def test_no_shell_reads_anything():
    assert who_calls(r"os\.(system|popen|spawn.*|exec.*)|subprocess\.(getoutput|getstatusoutput)|pty\..*") == set()
    assert who_imports("subprocess") == {
        "linli/drill/processes.py",
        "linli/simulate.py",
        "linli/parts.py",
        "linli/valkey.py",
    }
    for name, tree in trees().items():
        for said, call in calls(tree):
            if said.startswith("subprocess."):
                assert isinstance(call.args[0], ast.List), f"{name}:{call.lineno}"
                assert "shell" not in {each.arg for each in call.keywords}


def test_a_pattern_is_ours_wherever_it_is_used():
    """Inside a function a pattern is a constant, or what was put into it was escaped; google-re2 takes the long lists."""
    for name, tree in trees().items():
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for said, call in calls(function):
                if re.fullmatch(r"re2?\.(compile|search|match|fullmatch|sub|split|findall|finditer)", said):
                    made = [node for node in ast.walk(call.args[0]) if isinstance(node, ast.FormattedValue)]
                    for node in made:
                        inside = ast.unparse(node.value)
                        safe = re.match(r"(re\.escape|int)\(", inside) or inside.removesuffix(".pattern").isupper()
                        assert safe or (name, inside) in ESCAPED_BEFORE, f"{name}: {inside}"


ESCAPED_BEFORE = {("understanding/mentions.py", "dated")}


def test_templates_escape_whatever_they_are_given():
    unescaped = {name: re.findall(r"\|\s*safe|autoescape false|Markup", text) for name, text in TEMPLATES.items()}
    drawn = {"console/templates/sign_in.html", "console/templates/meeting_code.html"}  # codes to scan, drawn by segno
    assert {name: found for name, found in unescaped.items() if found} == {name: ["|safe"] for name in drawn}
    assert who_calls(r"Markup|markupsafe\.Markup") == {"console/command_forms.py"}
    (booklet,) = [ast.unparse(call) for tree in trees().values() for said, call in calls(tree) if said == "Environment"]
    assert "autoescape=select_autoescape()" in booklet


def test_pages_run_no_script_of_their_own_and_load_nothing_from_elsewhere():
    for name, text in TEMPLATES.items():
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|\son\w+\s*=\s*[\"']|javascript:", text), name
        assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", text), name
        assert not re.search(r"<(?:object|embed|applet|iframe|frame|portal)\b", text), name
    assert '"allowEval": false' in TEMPLATES["console/templates/frame.html"]
    assert '"allowScriptTags": false' in TEMPLATES["console/templates/frame.html"]


def test_scripts_write_text_keep_nothing_and_listen_to_no_other_window():
    assert len(SCRIPTS) >= 2
    unsafe = (
        r"innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\s*\(|new Function"
        r"|set(?:Timeout|Interval)\s*\(\s*[\"']"
        r"|localStorage|sessionStorage|indexedDB|document\.cookie|postMessage|[\"']message[\"']|__proto__|WebSocket|\bvar\b"
    )
    for name, text in SCRIPTS.items():
        assert re.findall(unsafe, text) == [], name


def test_secrets_are_drawn_from_the_systems_own_chance():
    """`random` spreads retries and lays down a drill that can be played again; what nobody may guess comes from `secrets`, of
    sixteen bytes where a program reads it.
    """
    assert who_imports("random", "numpy.random", "uuid") == {
        "bot/channels.py",
        "linli/drill/plan.py",
        "linli/drill/records.py",
    }
    for name, tree in trees().items():
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for said, call in calls(tree):
            if re.fullmatch(r"secrets\.token_\w+", said) and (name, ast.unparse(call.args[0])) not in OF_FEWER_BYTES:
                size = call.args[0]
                size = constants.get(size.id, size) if isinstance(size, ast.Name) else size
                assert not isinstance(size, ast.Constant) or size.value >= 16, f"{name}:{call.lineno}"


OF_FEWER_BYTES = {
    ("console/parts.py", "12"), ("bot/reply.py", "8"), ("handlers/office/passwords.py", "8"), ("linli/demo.py", "8"),
    ("linli/drill/town.py", "8"),
}  # fmt: skip
"""What makes a second sending harmless, a nonce that is signed, a password that is nobody's, and the demo's and the drill's ids."""

CIPHERS = {
    "cryptography": {
        "linli/commands/person.py",
        "linli/secret_keys.py",
        "linli/settings.py",
        "storage/keyring.py",
        "storage/sealed_file.py",
    },
    "wechatpy.crypto": {"bot/cipher.py"},
    "argon2": {"handlers/office/passwords.py"},
    "pyotp": {"handlers/office/passwords.py", "linli/commands/office.py"},
    "hmac": {"bot/signature.py", "governance/connectors/signing.py", "storage/keyring.py"},
}
"""Whoever enciphers, signs or hashes passwords; the table in docs/security.md says what with."""


@pytest.mark.parametrize("module", CIPHERS)
def test_enciphering_stands_in_few_places_and_comes_from_kept_libraries(module):
    assert who_imports(module) == CIPHERS[module]


def test_no_broken_digest_or_cipher_is_used():
    used = {(name, said) for name, tree in trees().items() for said, _ in calls(tree) if said.startswith("hashlib.")}
    assert {said for _, said in used} <= {"hashlib.sha256", "hashlib.blake2b", "hashlib.sha1"}
    assert {name for name, said in used if said == "hashlib.sha1"} == {
        "bot/signature.py"
    }  # the platform's own, as it wants it
    words = re.compile(r"\b(ECB|PKCS1v15|ARC4|RC4|TripleDES|Blowfish|IDEA|MD5|md5|crypt)\b")
    imports = {each for tree in trees().values() for each in imported(tree)}
    assert not {each for each in imports if words.search(each)}
    assert not any(
        said.split(".")[-1] in {"ECB", "MD5", "ARC4", "TripleDES"}
        for tree in trees().values()
        for said, _ in calls(tree)
    )


OUTSIDE = {
    "requests": {"bot/case_lookup.py", "bot/platforms.py", "bot/transport.py", "linli/live.py", "linli/readiness.py"},
    "socket": {"linli/background.py", "linli/encrypted.py", "linli/ports.py"},
    "urllib.request": set(), "http.client": set(), "httpx": set(), "aiohttp": set(), "smtplib": set(), "ftplib": set(),
    "ldap": set(), "ldap3": set(), "pymemcache": set(), "memcache": set(), "lxml": set(), "graphene": set(), "strawberry": set(),
    "jwt": set(), "authlib": set(), "oauthlib": set(), "saml2": set(), "onelogin": set(), "websockets": set(), "flask_sock": set(),
    "flask_cors": set(), "aiortc": set(), "xml.etree": set(), "imaplib": {"bot/mailbox.py"}, "telnetlib": set(),
}  # fmt: skip
"""Whoever opens a connection, and what is used by nobody: the reason of many a «not applicable» in docs/security.md."""


@pytest.mark.parametrize("module", OUTSIDE)
def test_only_the_platforms_client_goes_outside(module):
    assert who_imports(module) == OUTSIDE[module]


def test_checks_of_certificates_are_never_switched_off():
    for name, tree in trees().items():
        for _, call in calls(tree):
            assert not any(each.arg in {"verify", "cert_reqs", "check_hostname"} for each in call.keywords), (
                f"{name}:{call.lineno}"
            )
    assert who_calls(r"ssl\._create_unverified_context|.*disable_warnings") == set()


def test_no_secret_stands_in_the_source():
    """Secrets come by the settings, or are made at the first start."""
    secret = re.compile(r"(?i)(password|secret|token|api_?key)\w*\s*=\s*[\"'][A-Za-z0-9+/_=-]{20,}[\"']")
    for name in trees():
        assert not secret.search((ROOT / name).read_text()), name
