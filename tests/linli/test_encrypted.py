"""What is spoken with other machines is encrypted: other settings stop the start, and `linli doctor` tries the own address."""

import socket
import ssl
import threading
import warnings
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from linli.errors import Stop
from linli.settings import load
from tests.commands import linli


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """One for 127.0.0.1 that is its own authority: trusted by whoever is told so."""
    key, name = rsa.generate_private_key(65537, 2048), x509.Name.from_rfc4514_string("CN=127.0.0.1")
    now, own = datetime.now(UTC), x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(own, critical=False).add_extension(x509.BasicConstraints(True, None), critical=True)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path_factory.mktemp("tls") / "own.pem"
    path.write_bytes(pem + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def proxy(certificate, least=ssl.TLSVersion.TLSv1_2, most=ssl.TLSVersion.TLSv1_3, ciphers="ECDHE+AESGCM"):
    """Somebody's proxy, which shakes hands and hangs up; answers its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.set_ciphers(ciphers)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version, context.maximum_version = least, most
    door = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                plain, _ = door.accept()
            except OSError:
                return
            try:
                plain.settimeout(5)
                context.wrap_socket(plain, server_side=True).close()
            except OSError:
                plain.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{door.getsockname()[1]}"
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        thread.join(10)


@pytest.fixture
def doctor(tmp_path, certificate):
    """What `linli doctor` says of an address; the certificate is trusted unless told otherwise."""
    env = {"LINLI_DATA_DIR": str(tmp_path), "LINLI_WECHAT_TOKEN": "t", "LINLI_PROXIES": "1"}
    assert linli("db", "upgrade", env=env).returncode == 0

    def run(url, trusted=True, **more):
        trust = {"SSL_CERT_FILE": str(certificate)} if trusted else {}
        ended = linli("doctor", env={**env, **trust, "LINLI_PUBLIC_URL": url, **more})
        assert "Traceback" not in ended.stdout + ended.stderr
        return ended.returncode, ended.stdout

    return run


def test_an_address_with_current_tls_and_a_trusted_certificate_is_well(doctor, certificate):
    with proxy(certificate) as url:
        status, said = doctor(url)
    assert (status, "只用现行的版本和算法" in said) == (0, True), said


def test_old_versions_weak_suites_and_untrusted_certificates_are_found(doctor, certificate):
    with proxy(certificate, ssl.TLSVersion.TLSv1, ciphers="ALL:@SECLEVEL=0") as url:
        status, said = doctor(url)
    assert (status, "TLS 1.1 或更旧" in said, "不推荐的加密套件" in said, "没有公认" in said) == (1, True, True, False)
    with proxy(certificate, ciphers="ECDHE+AESGCM:AES128-GCM-SHA256") as url:
        status, said = doctor(url)
    assert (status, "TLS 1.1 或更旧" in said, "不推荐的加密套件" in said) == (1, False, True)
    with proxy(certificate, most=ssl.TLSVersion.TLSv1_2) as url:
        status, said = doctor(url, trusted=False)
    assert (status, "没有公认的机构签发" in said, "不推荐的加密套件" in said) == (1, True, False)


def test_an_address_in_clear_is_found_and_one_out_of_reach_is_said_so(doctor):
    status, said = doctor("http://linli.example")
    assert (status, "会明文经过网络" in said) == (1, True)
    status, said = doctor("https://127.0.0.1:1")
    assert (status, "没有检查它的 HTTPS" in said) == (0, True)
    status, said = doctor("http://127.0.0.1:8080", LINLI_BIND="0.0.0.0:8080", LINLI_METRICS_BIND="10.0.0.9:9464")
    assert (status, "LINLI_BIND 不是本机" in said, "LINLI_METRICS_BIND 不是本机" in said) == (0, True, True)


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("LINLI_DATABASE_URL", "postgresql://linli@db.example/linli?sslmode=verify-full", True),
        ("LINLI_DATABASE_URL", "postgresql://linli@127.0.0.1/linli", True),
        ("LINLI_DATABASE_URL", "postgresql://linli@/linli?host=/run/postgresql", True),
        ("LINLI_DATABASE_URL", "postgresql://linli@db.example/linli?sslmode=prefer", False),
        ("LINLI_REDIS_URL", "rediss://queue.example:6380/0", True),
        ("LINLI_REDIS_URL", "redis://[::1]:6379/0", True),
        ("LINLI_REDIS_URL", "redis://10.0.0.8:6379/0", False),
        ("LINLI_WECOM_API_BASE", "https://qyapi.example", True),
        ("LINLI_WECOM_API_BASE", "http://localhost:9", True),
    ],
)
def test_links_to_other_machines_are_taken_encrypted_only(monkeypatch, tmp_path, name, value, taken):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv(name, value)
    if taken:
        assert load()
    else:
        with pytest.raises(Stop, match=name):
            load()
