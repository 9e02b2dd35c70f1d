"""What stands in the generated files beside their settings, and what `linli units` says."""

WRITTEN = "已写到 {folder}：{names}。怎么装写在 {readme} 里。"
TARGET = "邻里：全部程序"
UPGRADE = "邻里：升级数据库结构"
QUEUE = "邻里：内置 Valkey（设置了 LINLI_REDIS_URL 就只是等着）"
PART = "邻里：{label}"
GENERATED = "# 由 linli units 生成；要改，请放到 {name}.d/ 里，重新生成时不会丢"
CONTAINER_HEAD = "# 由 linli units 生成"
SYSTEMD_README = """装成系统服务（用 root，从上到下，一行一行照做；whl 在当前文件夹）：

  useradd --system --home-dir /var/lib/linli --shell /usr/sbin/nologin linli
  python3 -m venv /opt/linli
  /opt/linli/bin/pip install linli-*.whl
  ln -s /opt/linli/bin/linli /usr/local/bin/linli
  install -d -o linli -g linli -m 0700 /var/lib/linli
  runuser -u linli -- sh -c 'cd /var/lib/linli && linli setup'
  linli units systemd --out /opt/linli/units
  cp /opt/linli/units/*.service /opt/linli/units/*.target /etc/systemd/system/
  systemctl daemon-reload
  systemctl enable --now linli.target

setup 问“接着运行吗”时答 n：以后由系统服务运行。设置、数据、密钥都归 linli 用户，程序只能写 /var/lib/linli。
证书：装好 caddy，把这里的 Caddyfile 里的域名换成自己的，抄到 /etc/caddy/Caddyfile，systemctl reload caddy。
在 setup 以前做：程序没启动时它应答 502，不要紧。已经有 nginx 的，只转发 Caddyfile 里列出的路径到 127.0.0.1:8080。
以后的命令都这样运行：runuser -u linli -- sh -c 'cd /var/lib/linli && linli doctor --live'
看状态：systemctl status 'linli*'；看日志：journalctl -u 'linli-*'；改了 .env：systemctl restart linli.target
升级：先 linli backup（写到 /var/lib/linli/data/backups），装新的 whl，systemctl restart linli.target。
"""
COMPOSE_README = """用容器运行：

  1. 把 whl 放到这个文件夹：cp ../linli-*.whl .
  2. cp env.example .env，填好；域名写在 LINLI_DOMAIN，解析到这台服务器，80、443 端口放行
  3. docker compose up -d（或 podman compose up -d）
  4. docker compose run --rm web doctor --live

web、worker、scheduler 都不是 root、文件系统只读；PostgreSQL 和 Valkey 只在套接字上，不开端口；证书由 Caddy 自动申请。
备份：docker compose run --rm web backup，写在卷 data 的 backups 里；密钥在卷 data 的 secret.key，请另外保存。
没有在这里试跑过容器的构建和启动（构建机上没有容器服务）；生成的文件经过语法检查。
"""
ENV_HEAD = "# 抄成 .env 再填。只有 LINLI_ 开头的几项要填，空着的用默认值"
DOMAIN = "# 域名，不带 https://"
OUR_OWN = "# 这些由 compose.yaml 定，不用填：{names}"
