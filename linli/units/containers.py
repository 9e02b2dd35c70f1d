"""A Containerfile and what runs beside it: the parts, PostgreSQL, Valkey and a proxy with a certificate."""

from linli import texts as settings_texts
from linli import units_texts as texts
from linli.part_table import PARTS, ServingPart
from linli.settings import Settings

PUBLIC_PATHS = (
    "/wechat", "/console", "/stars", "/awards", "/cases", "/commendations", "/booklets", "/fonts", "/page.js", "/tickets",
    "/certificates", "/verify", "/calendar", "/my-data", "/privacy", "/notices", "/projects", "/resolutions", "/surveys",
    "/articles", "/open311", "/connect", "/api",
)  # fmt: skip
"""What the proxy hands on; a test holds it to the routes, as docs/operator.md is."""
OURS = {
    "LINLI_DATA_DIR": "/var/lib/linli/data",
    "LINLI_DATABASE_URL": "postgresql://linli@/linli?host=/run/postgresql",
    "LINLI_REDIS_URL": "unix:///run/queue/valkey.sock",
    "LINLI_BIND": "0.0.0.0:8080",
    "LINLI_PROXIES": "1",
}
"""What follows from how the containers stand together: sockets of a shared folder, so that nothing is spoken in clear."""
CONTAINERFILE = """\
{head}
FROM docker.io/library/python:3.11-slim
COPY linli-*.whl /tmp/
RUN pip install --no-cache-dir /tmp/linli-*.whl && rm /tmp/linli-*.whl \\
    && useradd --system --uid 10001 --home-dir /var/lib/linli linli \\
    && install -d -o linli -g linli -m 0700 /var/lib/linli /var/lib/linli/data
USER 10001
WORKDIR /var/lib/linli
ENTRYPOINT ["linli"]
CMD ["--help"]
"""
COMPOSE = """\
{head}
x-linli: &linli
  image: linli
  build: {{context: ., dockerfile: Containerfile}}
  env_file: .env
  environment: &environment
{environment}
    LINLI_PUBLIC_URL: https://${{LINLI_DOMAIN:?}}
  volumes: [data:/var/lib/linli/data, database-socket:/run/postgresql, queue:/run/queue]
  read_only: true
  tmpfs: [/tmp]
  cap_drop: [ALL]
  security_opt: [no-new-privileges:true]
services:
  upgrade:
    <<: *linli
    command: [db, upgrade]
    depends_on:
      database: {{condition: service_healthy}}
{parts}
  database:
    image: docker.io/library/postgres:17
    command: [postgres, -c, "listen_addresses="]
    environment: {{POSTGRES_USER: linli, POSTGRES_DB: linli, POSTGRES_HOST_AUTH_METHOD: trust}}
    volumes: [database:/var/lib/postgresql/data, database-socket:/var/run/postgresql]
    healthcheck: {{test: [CMD, pg_isready, -U, linli], interval: 2s, retries: 60}}
    restart: unless-stopped
  queue:
    image: docker.io/valkey/valkey:8
    command: [valkey-server, --port, "0", --unixsocket, /data/valkey.sock, --unixsocketperm, "777", --appendonly, "yes"]
    volumes: [queue:/data]
    restart: unless-stopped
  proxy:
    image: docker.io/library/caddy:2
    environment: {{LINLI_DOMAIN: "${{LINLI_DOMAIN:?}}"}}
    ports: ["80:80", "443:443"]
    volumes: [./Caddyfile:/etc/caddy/Caddyfile:ro, certificates:/data]
    depends_on: [web]
    restart: unless-stopped
volumes: {{data: , database: , database-socket: , queue: , certificates: }}
"""
PART = """\
  {name}:
    <<: *linli
    command: [{name}]
    depends_on:
      upgrade: {{condition: service_completed_successfully}}
      queue: {{condition: service_started}}
    restart: unless-stopped
"""
CHECK = """\
    healthcheck:
      test: [CMD, python, -c, "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/readyz', timeout=3)"]
      interval: 10s
"""
CADDYFILE = """\
{head}
{domain} {{
	@public path {paths}
	handle @public {{
		reverse_proxy {web}
	}}
	respond 404
}}
"""


def files() -> dict[str, str]:
    """The text of each file by its name."""
    return {
        "Containerfile": CONTAINERFILE.format(head=texts.CONTAINER_HEAD),
        "compose.yaml": _compose(),
        "Caddyfile": caddyfile("{$LINLI_DOMAIN}", "web:8080"),
        "env.example": _example(),
        "README.txt": texts.COMPOSE_README,
    }


def caddyfile(domain: str, web: str) -> str:
    """What Caddy hands on to whom, for either way of running."""
    return CADDYFILE.format(head=texts.CONTAINER_HEAD, paths=" ".join(_with_what_is_below()), domain=domain, web=web)


def _compose() -> str:
    environment = "\n".join(f'    {name}: "{value}"' for name, value in OURS.items())
    parts = "".join(map(_part, PARTS)).rstrip("\n")
    return COMPOSE.format(head=texts.CONTAINER_HEAD, environment=environment, parts=parts)


def _part(part: ServingPart) -> str:
    return PART.format(name=part.name) + (CHECK if part.listens else "")


def _with_what_is_below() -> list[str]:
    return [each for path in PUBLIC_PATHS for each in ((path,) if "." in path else (path, f"{path}/*"))]


def _example() -> str:
    """Every setting of this version with its sentence, but those that are settled already."""
    settled = {*OURS, "LINLI_PUBLIC_URL"}
    lines = [texts.ENV_HEAD, texts.DOMAIN, "LINLI_DOMAIN=", texts.OUR_OWN.format(names="、".join(sorted(settled)))]
    for name in Settings.model_fields:
        setting = f"LINLI_{name.upper()}"
        if setting not in settled:
            lines += [f"# {settings_texts.SETTINGS[setting]}", f"# {setting}="]
    return "\n".join(lines) + "\n"
