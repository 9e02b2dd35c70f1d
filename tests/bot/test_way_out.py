"""The way out: to the platform that the settings name, by its own certificate, and nowhere that somebody else names."""

import http.server
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.api import PlatformApi
from bot.errors import PlatformAway
from simulator.envelope import sealed
from tests.chat import SECRETS


@contextmanager
def desk(answers, context=None):
    """A server of somebody else's; which paths it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(self.path)
            answers(self)

        do_POST = do_GET

        def log_message(self, *_):
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ok(handler):
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'{"access_token": "t", "expires_in": 7200}')


@pytest.fixture
def own_certificate(tmp_path):
    """A certificate for 127.0.0.1 that nobody but its maker trusts."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name.from_rfc4514_string("CN=127.0.0.1")
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path / "own.pem"
    path.write_bytes(pem + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_a_platform_whose_certificate_nobody_vouches_for_is_not_spoken_to(redis, own_certificate):
    with desk(ok, own_certificate) as (port, asked):
        api = PlatformApi(f"https://127.0.0.1:{port}", "wx-cert", "secret", redis)
        with pytest.raises(PlatformAway, match="SSLError"):
            api.tokens.token()
        assert asked == []


def test_nobody_sends_us_and_our_token_elsewhere(redis):
    with desk(ok) as (other, elsewhere):

        def sends_away(handler):
            handler.send_response(302)
            handler.send_header("Location", f"http://127.0.0.1:{other}/stolen")
            handler.end_headers()

        with desk(sends_away) as (port, asked):
            api = PlatformApi(f"http://127.0.0.1:{port}", "wx-away", "secret", redis)
            with pytest.raises(PlatformAway, match="HTTP 302"):
                api.tokens.token()
            redis.set("linli:token:wx-away", "our-token")
            with pytest.raises(PlatformAway):
                api.download("media", 1000)
        assert len(asked) == 2
        assert elsewhere == []


def test_an_address_in_a_message_is_never_asked_for(chat, clock):
    """A picture comes from the platform by its id; the address beside it, which anybody may have written, is left alone."""
    with desk(ok) as (port, asked):
        fields = {
            "ToUserName": "gh_x", "FromUserName": "o" * 28, "CreateTime": 1, "MsgType": "image", "MsgId": 77,
            "PicUrl": f"http://127.0.0.1:{port}/latest/meta-data/", "MediaId": f"http://127.0.0.1:{port}/x",
        }  # fmt: skip
        post = sealed(SECRETS, fields, clock())
        said = requests.post(
            f"{chat.webhook}?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=10
        )
        assert said.status_code == 200
        chat.person("李阿姨").says(f"http://127.0.0.1:{port}/ 梧桐里1号院05幢3楼楼道灯坏了")
        chat.work()
        assert asked == []
