"""What operators read about alarms, traces and backups."""

NOTHING_TRACED = "没有找到 {what}：请给日志里的 id 或完整的工单编号；没有引起任何事的消息、太早的消息也查不到。"
TRACED = "共 {count} 条，id {id}："
TRACED_LINE = "{at}　{sort}　{what}　{about}　{state}"
SORT = {"ticket": "工单", "audit": "审计", "push": "推送"}
FORGOTTEN_AGAIN = "已按 {path} 再注销 {count} 次；没有要再注销的就是 0。"
NO_ALARMS = "没有故障。"
ALARMS_STAND = "正在发生的故障 {count} 项："
ALARMS_WRITTEN = "已写入 {folder}：alerts.yml（规则）、alerts_test.yml（promtool 测试）、dashboard.json（Grafana）。"
FIGURE_LINE = "{name}　{value}　{meaning}{place}"
NEWER_VERSION = "{path} 是更新版本（{version}）的程序做的备份，请先把程序升级到那个版本再恢复。什么都没有改。"
WRONG_BACKUP_KEY = (
    "{path} 是加密的，手上的密钥都打不开：请把做备份时的密钥写进 LINLI_BACKUP_KEY，再试一次。什么都没有改。"
)
VERIFIED = "{path} 完好：{at} 的备份，{rows} 行，其中工单 {tickets} 件，文件 {files} 个。"
BACKED_UP = "已备份到 {path}：{rows} 行，其中工单 {tickets} 件。密钥不在备份里，请另外保存：{key}。"
FILE_OR_VERIFY = "[文件 | verify 文件]"
BACKUP_WITHOUT_NAME = "不写文件名就写到数据目录的 backups 里，文件名带日期。"
KEY_ALSO = "恢复还要做备份时的密钥：{key}，这里没有。"
KEY_OPENS = "手上的密钥 {key} 打得开里面的姓名。"
KEY_FIRST = (
    "还没有密钥，没有恢复，什么都没有写：请先把做备份时的 secret.key 抄到 {key}（归运行邻里的用户），"
    "或写进 LINLI_SECRET_KEY，再运行一次。没有它，姓名和原话读不出来。"
)
OTHER_KEY = "密钥 {key} 打不开 {path} 里的姓名，不是做备份时的那一个。请把原来的密钥放回去，再运行一次。什么都没有改。"
RESTORED = "已从 {path} 恢复：{rows} 行，其中工单 {tickets} 件。"
NOT_A_BACKUP = "{path} 不是 linli backup 生成的备份，或已损坏。什么都没有改。"
OTHER_VERSION = (
    "{path} 是另一个版本（{version}）的备份，不能直接核对。恢复旧版本的备份：linli restore，会先升级。什么都没有改。"
)
RENEWED_FIRST = "{path} 是旧版本（{version}）的备份，先在旁边升级到现在的版本，再恢复；要多占一份备份的空间，请稍等。"
NOT_EMPTY = "数据库里已经有数据，只能恢复到空数据库。请换一个数据目录（LINLI_DATA_DIR）或 LINLI_DATABASE_URL 再恢复，不用先建表。"
OTEL_MISSING = "设了 LINLI_OTLP_URL（链路追踪），但没有安装需要的包：请运行 pip install linli[otel]，或者去掉这项设置。"
