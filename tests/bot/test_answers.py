"""The platform's answers, whatever bytes they are: a value of the right kind, or an error that callers know."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.api import PlatformApi
from bot.article_api import Article, add_cover, add_draft, add_picture, delete_draft
from bot.errors import FileTooLarge, PlatformAway, PlatformError
from bot.menu import publish
from bot.wecom import WeComApi

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["errcode", "errmsg", "media_id", "url", "access_token", "expires_in", "tag", "tags", "id", "name", "base_resp"]
)
ANSWERS = st.one_of(
    st.binary(max_size=300),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.dictionaries(NAMES, VALUES, max_size=5).map(lambda value: json.dumps(value).encode()),
    st.sampled_from([b"", b"[" * 100_000, b"{" * 9, b'{"errcode": 1e999}', b'{"errcode": "40001"}', b'"\xff"']),
)


class Desk:
    """A platform that gives each caller the same bytes, and counts."""

    def __init__(self):
        self.answer, self.calls = b"{}", []
        desk = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version, wbufsize = "HTTP/1.1", 1024 * 1024

            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                desk.calls.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", str(len(desk.answer)))
                self.end_headers()
                self.wfile.write(desk.answer)

            do_POST = do_GET

            def log_message(self, *_):
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a caller that hangs up in the middle is what some tests want
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.server.shutdown()
    desk.server.server_close()


def give_tokens(redis):
    """An example before may have said that they are dead."""
    redis.set("linli:token:wxapp", "living")
    redis.set("linli:token:wecom:corp:1", "living")


@pytest.fixture
def api(desk, redis):
    give_tokens(redis)
    return PlatformApi(desk.base, "wxapp", "secret", redis, 100_000)


WORD = {
    "upload_picture": lambda api: api.upload_picture(b"png", "image/png"),
    "create_code": lambda api: api.create_code("b-1"),
    "create_short_code": lambda api: api.create_short_code("b-1", 60),
    "add_cover": lambda api: add_cover(api, b"png"),
    "add_picture": lambda api: add_picture(api, b"png"),
    "add_draft": lambda api: add_draft(api, Article("题", "摘要", "<p>文</p>", "m")),
}
DONE = {
    "send_text": lambda api: api.send_text("o1", "话"),
    "send_choices": lambda api: api.send_choices("o1", "问", ["是", "否"]),
    "send_picture": lambda api: api.send_picture("o1", "m"),
    "send_notice": lambda api: api.send_notice("o1", "subscribe", "T", {}),
    "delete_draft": lambda api: delete_draft(api, "m"),
    "publish": publish,
    "tag": lambda api: api.tag(["o1"], api.tag_id("工作人员")),
}


def outcome(call, *arguments):
    """What it answered, or which of the known errors it raised."""
    try:
        return call(*arguments)
    except (PlatformError, PlatformAway) as error:
        str(error).encode()  # it can be written down
        return error


@pytest.mark.parametrize("name", [*WORD, *DONE])
def test_any_answer_is_a_value_or_a_known_error(name, desk, api, redis):
    call = (WORD | DONE)[name]

    @settings(max_examples=40)
    @given(ANSWERS)
    def check(answer):
        give_tokens(redis)
        desk.answer = answer
        got = outcome(call, api)
        assert isinstance(got, PlatformError | PlatformAway) or name in DONE or (isinstance(got, str) and got)

    check()


def test_any_download_is_a_file_within_its_limit_or_a_known_error(desk, api, redis):
    @given(ANSWERS)
    def check(answer):
        give_tokens(redis)
        desk.answer = answer
        got = outcome(api.download, "m", 200)
        if isinstance(got, FileTooLarge):
            assert len(answer) > 200
        elif isinstance(got, bytes):
            assert got == answer
            assert got[:1] != b"{"
            assert len(got) <= 200
        else:
            assert answer[:1] == b"{"

    check()


def test_a_download_is_broken_off_at_its_limit(desk, api):
    desk.answer = b"\x89" * 4_000_000
    with pytest.raises(FileTooLarge):
        api.download("m", 1_000_000)


def test_any_answer_to_the_question_for_a_token_is_a_token_or_a_known_error(desk, redis):
    @given(ANSWERS)
    def check(answer):
        redis.flushall()
        desk.answer = answer
        for tokens in (
            PlatformApi(desk.base, "wxapp", "secret", redis, 100_000).tokens,
            WeComApi(desk.base, "corp", "secret", 1, redis, 100_000).client.tokens,
        ):
            got = outcome(tokens.token)
            if isinstance(got, str):
                assert got == json.loads(answer)["access_token"] != ""
            else:
                assert not getattr(got, "doubtful", False)

    check()


def test_any_answer_of_wecom_is_done_or_a_known_error(desk, api, redis):
    wecom = WeComApi(desk.base, "corp", "secret", 1, redis, 100_000)

    @given(ANSWERS)
    def check(answer):
        give_tokens(redis)
        desk.answer = answer
        outcome(wecom.send_text, "chen", "话")

    check()


def test_a_token_that_stays_dead_ends_after_one_renewal(desk, api):
    """wechatpy alone would ask and try again until its stack is full."""
    desk.answer = b'{"errcode": 40001, "errmsg": "invalid credential"}'
    with pytest.raises(PlatformError, match="40001"):
        api.send_text("o1", "话")
    assert len(desk.calls) <= 3


def test_a_call_of_wechatpys_that_nothing_needs_is_not_to_be_had(api):
    """Those left out go to addresses of their own, without our base, time-out or limit."""
    for name in ("wxa", "device", "merchant", "cloud", "shakearound"):
        assert not hasattr(api.client, name)


def test_the_command_line_opens_without_wechatpy():
    """It takes a fifth of a second to load; who asks for help with any command waits for none of it."""
    asked = (
        "import sys; from linli.__main__ import COMMANDS; [each.read() for each in COMMANDS.values()];"
        "sys.exit('wechatpy' in sys.modules or 'requests' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
