"""What stands in the generated files beside their settings, and what `linli units` says."""

WRITTEN = "已写到 {folder}：{names}。怎么装写在 {readme} 里。"
TARGET = "邻里：全部程序"
UPGRADE = "邻里：升级数据库结构"
QUEUE = "邻里：内置 Valkey（设置了 LINLI_REDIS_URL 就只是等着）"
PART = "邻里：{label}"
GENERATED = "# 由 linli units 生成；要改，请放到 {name}.d/ 里，重新生成时不会丢"
CONTAINER_HEAD = "# 由 linli units 生成"
SYSTEMD_README = """装成系统服务（用 root，一次）：

  useradd --system --home-dir /var/lib/linli --shell /usr/sbin/nologin linli
  python3 -m venv /opt/linli && /opt/linli/bin/pip install linli-版本.whl
  install -d -o linli -g linli -m 0700 /var/lib/linli
  cd /var/lib/linli && runuser -u linli -- /opt/linli/bin/linli setup
  cp *.service *.target /etc/systemd/system/
  systemctl daemon-reload && systemctl enable --now linli.target

看状态：systemctl status 'linli*'；看日志：journalctl -u 'linli-*'；改了 .env：systemctl restart linli.target
程序都以 linli 用户运行，只能写 /var/lib/linli。前面要有带证书的反向代理，见 docs/operator.md 第二节，
或用 linli units compose 里的 Caddyfile。
升级：linli backup，装新的 whl，systemctl restart linli.target。
"""
COMPOSE_README = """用容器运行：

  1. 把 linli-版本.whl 放到这个文件夹
  2. cp env.example .env，填好；域名写在 LINLI_DOMAIN，解析到这台服务器，80、443 端口放行
  3. docker compose up -d（或 podman compose up -d）
  4. docker compose run --rm web doctor --live

web、worker、scheduler 都不是 root、文件系统只读；PostgreSQL 和 Valkey 只在套接字上，不开端口；证书由 Caddy 自动申请。
备份：docker compose run --rm web backup /var/lib/linli/data/备份.zip，密钥在卷 data 的 secret.key，请另外保存。
没有在这里试跑过容器的构建和启动（构建机上没有容器服务）；生成的文件经过语法检查。
"""
ENV_HEAD = "# 抄成 .env 再填。只有 LINLI_ 开头的几项要填，空着的用默认值"
DOMAIN = "# 域名，不带 https://"
OUR_OWN = "# 这些由 compose.yaml 定，不用填：{names}"
