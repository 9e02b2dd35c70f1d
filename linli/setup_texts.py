"""What `linli setup` asks and says, and what is said of a `.env` file."""

HELLO = "下面问几个问题，写好 .env 和名册，再和微信试通。每个回答都会马上检查；填 < 回到上一项；按 Ctrl-C 停下，问完以前不写设置。"
STOPPED = "已停下，没有写入任何设置。再运行一次，填过的按回车就行；密钥、数据库、姓名和手机不留在磁盘上，要再填。"
KEPT = "（已有，按回车不变）"
AGAIN = "  ✗ {problem}"
WELL = "  ✓ {said}"
HINT = "  ! {said}"
ANYWAY = "  先记下，以后再试通吗？[y/N]"

KIND = "用哪种公众号？1 测试号（先试试，没有加密）  2 自己的公众号"
KIND_BAD = "请填 1 或 2"
APP_ID = "公众号的 AppID"
APP_ID_BAD = "AppID 以 wx 开头，后面是 16 个数字或小写字母 a 到 f"
APP_SECRET = "公众号的 AppSecret"
APP_SECRET_BAD = "AppSecret 是 32 个数字或小写字母 a 到 f"
TOKEN = "Token（按回车自动生成）"
TOKEN_BAD = "Token 是 3 到 32 个英文字母或数字"
AES_KEY = "EncodingAESKey（按回车自动生成）"
AES_KEY_BAD = "EncodingAESKey 是 43 个英文字母或数字，后面不带等号"
DATABASE = "数据库：按回车用自带的 SQLite，或填 postgresql://用户:密码@主机/库名（库在别的机器上，后面加 ?sslmode=verify-full）"
DATABASE_IN_CLEAR = "库在别的机器上，要加密：在后面加上 ?sslmode=verify-full（已有 ? 的加 &sslmode=verify-full）"
BIND = "本机的 {address} 已被别的程序占用，换一个，例如 127.0.0.1:8090"
PORT_TAKEN = (
    "地址 {address} 已被占用，没有启动。已经在运行的不用再启动；不是的话关掉占用它的，或用 {name} 改用别的端口。"
)
ONLY_IN_ENVIRONMENT = "{names} 是环境变量，没有写进 .env：以后每次运行都要带上，或自己写进去。"
ENV_LEFT_OUT = "{path} 第 {line} 行没有写完整，这一行不用；别的照旧，问完一起重新写好。"
DATABASE_OK = "数据库连得上。"
PUBLIC_URL = "外面访问的网址，例如 https://linli.example.gov.cn"
PUBLIC_URL_BAD = "网址要以 https:// 开头，后面是域名，不带路径（只在本机试用的可以写 http://127.0.0.1:端口）"
PUBLIC_URL_AWAY = "现在这个网址还没有人应答：装好反向代理和证书以后会再试。"
PUBLIC_URL_OK = "这个网址有人应答。"
STREET = "街道的名称，例如 示例街道"
NAME = "第一位管理员的姓名"
PHONE = "第一位管理员的手机"
PHONE_BAD = "手机是 11 位数字，1 开头"
NEEDED = "这一项不能空"
TOO_LONG = "最多 40 个字"

ENV_HEAD = "# 邻里的设置，每行一项；说明见 docs/operator.md 第三节"
ENV_LINE = "{path} 第 {line} 行没有写完整：每行应是 名称=值，有引号要成对。改好再运行，或运行 linli setup 重新填写。"
ENV_UNREADABLE = "{path} 读不了：请确认它归运行邻里的用户、是 UTF-8 文字文件。"
ENV_WRITTEN = "设置已写入 {path}，只有本用户能读。"
UNKNOWN_SETTING = "不认识设置 {name}：写错了，或是别的版本的，这个版本不用它。名称见 docs/operator.md 第三节。"
SECOND_SCHEDULER = "{name} 正在值守定时任务，本进程候补：它停下后 45 秒内接手，事情不会做两遍。刚重启的请稍等，不用管。"
WRONG_KEY = (
    "密钥不是这个数据库的：姓名和原话都读不出。请把原来的密钥写回 LINLI_SECRET_KEY（或放回数据目录的 secret.key）再启动，"
    "不要用新密钥接着写。"
)

ROSTER_WRITTEN = "名册 {path} 里已有街道和第一位管理员，其余空着，填好再导入。"
ROSTER_THERE = "数据库里已有名册，没有改动；管理员的邀请码用 linli person invite 编号 生成。"
ROSTER_KEPT = "{path} 已经有了，没有覆盖。"
MENU_SURE = "现在把菜单发布到公众号吗？会替换公众号上原来的菜单 [Y/n]"
CLICKS_TEST = """
在测试号页面（mp.weixin.qq.com/debug/cgi-bin/sandbox?t=sandbox/login）点：
  1. “接口配置信息 → 修改”：URL 填 {url}，Token 填 {token}
  2. 先不要提交，等下面说“可以点提交”
  3. 用手机扫页面上的“测试号二维码”关注"""
CLICKS_OWN = """
在公众平台（mp.weixin.qq.com，或微信开发者平台的公众号页面）点：
  1. “设置与开发 → 基本配置 → IP 白名单”：加上这台服务器的外网地址
  2. “服务器配置 → 修改配置”：URL 填 {url}，Token 填 {token}
     EncodingAESKey 填 {aes_key}
     消息加解密方式选“安全模式”
  3. 先不要提交，等下面说“可以点提交”；提交后再点“启用”"""
START_SURE = "现在启动，并等第一条上报吗？[Y/n]"
STARTING = "正在启动…（运行日志在 {log}）"
SUBMIT = "现在可以在公众平台点“提交”了。"
WAITING = "请用手机关注公众号，发一句话上报，例如：示例路1号楼道灯坏了。在等，按 Ctrl-C 不等了。"
FIRST = "收到第一件上报，编号 {number}，已经答复。设置成功。"
NO_FIRST = "还没有等到上报。别的都设好了，以后运行 linli doctor --live 再看哪里不通。"
NEXT = """
接下来三步：
  1. 填名册：打开 {roster}，填好后运行 {linli} import roster {roster} --dry-run，没有问题再去掉 --dry-run
  2. 长期运行：装成系统服务（{linli} units systemd --out 文件夹，怎么装写在里面的 README.txt）；没装以前用 {linli} up
  3. 以后有不通的：{linli} doctor --live"""
REHEARSAL = """
微信模拟平台已启动，聊天页面 {address}（按 Ctrl-C 停止）。
没有公众号也能把设置走一遍。在另一个终端，换到演练用的文件夹，运行：

  LINLI_WECHAT_API_BASE={address} {linli} setup

照这样回答：公众号选 1；AppID 填 {app_id}；AppSecret 填 {app_secret}；
Token 填 {token}；数据库按回车；网址填 {public}。
它说“请用手机关注公众号”时，在聊天页面上发一句话。"""
SIMULATING = (
    "微信模拟平台已启动，聊天页面 {address}，消息送到 {webhook}。下一步：LINLI_WECHAT_API_BASE={address} {linli} up"
)
GO_ON_SURE = "接着运行、继续收居民的话吗？[Y/n]"
GOES_ON = "在运行。按 Ctrl-C 停下。"
NOTHING_RUNS = "现在没有程序在运行，居民发的话没人应答：运行 {linli} up，或启动系统服务。"

VERSION = "邻里 {version}"
DATABASE_AWAY_WHY = "连不上数据库{where}：{why}。怎么办：{cure}；地址写在 LINLI_DATABASE_URL 里。"
DOCTOR_HINTS = (
    "标 ! 的 {count} 条只是提醒，不影响运行。可以留着：测试号没有 AESKey、没有模板、明年的调休没公布；别的按那一句办。"
)
