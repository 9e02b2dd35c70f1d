"""What a report is about: two levels, each category with its line, its urgency and the words that speak for it.

Drawn from the parts and events of GB/T 30428 (public facilities, roads, city appearance, greening, housing; events of
order, environment, construction, emergencies) and the classes of the 12345 hotline, kept to what a subdistrict can
answer. A rules file may change a category or add one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick

GRID = "grid"
"""The line of what the grid worker does alone; the others are those of governance.roles.Line."""

URGENCIES = ("hazard", "urgent", "normal", "enquiry")


@dataclass(frozen=True)
class Category:
    """A category of the second level. `words`: each that stands in a text speaks for it, longer ones more."""

    code: str
    group: str
    name: str
    line: str
    urgency: str
    words: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Both levels."""
        return f"{self.group}·{self.name}"


def _table(group: str, rows: Sequence[tuple[str, str, str, str, str]]) -> tuple[Category, ...]:
    return tuple(
        Category(code, group, name, line, urgency, tuple(words.split())) for code, name, line, urgency, words in rows
    )


CATEGORIES: tuple[Category, ...] = (
    *_table("房屋设施", [
        ("lift", "电梯", GRID, "urgent", "电梯 停运 按钮 轿厢 维保 加装电梯"),
        ("lighting", "照明", GRID, "normal", "路灯 楼道灯 灯坏 灯不亮 声控灯 照明 灯泡 没有灯 灯 黑漆漆 摸黑 景观灯"),
        ("water", "供水", GRID, "urgent", "停水 没水 水压 水管 自来水 漏水 渗水 爆管 水表 供水 二次供水 水龙头 水费"),
        ("sewage", "排水", GRID, "urgent", "下水道 堵了 返水 污水 化粪池 排水 管道堵 马桶 反水 溢水 积水 窨井 雨水管 臭水"),
        ("power", "供电", GRID, "urgent", "停电 没电 跳闸 电线 电表 电费 电压 断电 配电 供电 充电桩"),
        ("gas", "燃气", "work_safety", "urgent", "燃气 煤气 天然气 液化气 燃气表"),
        ("heating", "供暖", GRID, "urgent", "暖气 供暖 暖气片 地暖 集中供热"),
        ("wall", "房屋结构", "work_safety", "normal", "外墙 墙皮 墙体 裂缝 瓷砖 屋顶 漏雨 楼板 危房 承重墙 防水 墙面 开裂"),
        ("access", "门禁安防", GRID, "normal", "门禁 单元门 防盗门 监控 摄像头 门锁 对讲 大门 围栏 护栏 栏杆"),
        ("fitness", "公共设施", GRID, "normal", "健身器材 座椅 长椅 滑梯 秋千 设施 活动室 信报箱 快递柜 棋牌桌 无障碍"),
    ]),
    *_table("道路交通", [
        ("road", "路面", "city_management", "normal", "路面 坑 不平 地砖 人行道 破损 修路 塌 盲道 台阶 道路 坑洼 路砖"),
        ("manhole", "井盖", "city_management", "normal", "井盖 窨井盖 盖板 篦子"),
        ("parking", "停车", "city_management", "normal", "停车 车位 乱停 僵尸车 堵路 挡路 占道停 共享单车 电动车乱 停车费 违停 道闸 占车位 停车场 车库"),
        ("traffic", "交通设施", "city_management", "normal", "红绿灯 信号灯 标线 斑马线 公交 交通 堵车 拥堵 地铁 限速 隔离栏 路牌 站台 班次 出租车 线路"),
    ]),
    *_table("环境卫生", [
        ("garbage", "垃圾", "city_management", "normal", "垃圾 垃圾桶 没人收 清运 建筑垃圾 装修垃圾 垃圾站 厨余 分类 臭味 恶臭 卫生 脏 保洁 清扫"),
        ("clutter", "楼道堆物", GRID, "normal", "堆物 杂物 纸箱 楼道堆 堆放 乱堆 公共区域 占用楼道"),
        ("posters", "小广告", "city_management", "normal", "小广告 牛皮癣 涂鸦 贴广告 传单"),
        ("pests", "虫鼠", GRID, "normal", "老鼠 蟑螂 蚊子 蚊虫 白蚁 消杀 虫子 苍蝇"),
        ("green", "绿化", "city_management", "normal", "树 树枝 绿化 草坪 修剪 花坛 毁绿 种菜 杨絮 枯 挡光 树木 绿地 公园"),
        ("pollution", "污染", "city_management", "normal", "污染 废气 粉尘 扬尘 黑烟 排放 异味 刺鼻 河道 河水 空气 焚烧 污水直排 搅拌站"),
        ("fumes", "油烟", "city_management", "normal", "油烟 烧烤 餐馆 饭店 排烟 早餐店"),
        ("appearance", "市容", "city_management", "normal", "占道经营 摆摊 流动摊贩 店外经营 乱晾晒 沿街 户外广告 店招 招牌 摊贩 夜市"),
    ]),
    *_table("扰民纠纷", [
        ("noise", "噪音", "public_security", "normal", "噪音 太吵 扰民 吵 施工 广场舞 半夜 音响 喇叭 装修 夜间 麻将 噪声 太响 KTV 歌厅"),
        ("pets", "养犬", "public_security", "normal", "狗 养犬 遛狗 狗叫 不牵绳 狗屎 流浪猫 流浪狗 鸽子 养鸡 宠物"),
        ("dispute", "邻里纠纷", "public_security", "normal", "邻居 纠纷 吵架 打架 矛盾 调解 占用 相邻 楼上 泼水"),
        ("property", "物业", "civil_affairs", "normal", "物业 业委会 物业费 维修基金 业主 开发商 交房 小区管理 收费 公摊 产权证 房产证 不作为"),
        ("illegal_build", "违建", "law_enforcement", "normal", "违建 违章 搭建 私搭 乱盖 违规改建 群租 住改商 隔断 加盖 拆违 民宿"),
    ]),
    *_table("公共安全", [
        ("fire_safety", "消防", "work_safety", "normal", "消防 消防通道 灭火器 消防栓 安全出口 充电 飞线 电瓶车 楼道充电 起火 着火 防火"),
        ("falling", "高空坠物", "work_safety", "normal", "高空抛物 坠落 掉下来 往下掉 脱落 砸"),
        ("order", "治安", "public_security", "normal", "小偷 被盗 偷 诈骗 赌博 传销 打人 可疑 推销 盗窃 涉黑 抢 骗 毒 醉酒"),
        ("flood", "积水内涝", "work_safety", "urgent", "内涝 被淹 倒灌 进水 淹 积水严重"),
        ("person", "人员求助", "civil_affairs", "urgent", "救命 晕倒 摔倒 被困 走失 独居 敲门 没人应 昏迷"),
    ]),
    *_table("民生服务", [
        ("elderly", "养老助残", "civil_affairs", "normal", "老人 养老 高龄津贴 助餐 残疾 护理 敬老 老年 养老院 残联"),
        ("welfare", "救助保障", "civil_affairs", "normal", "低保 救助 困难 补贴 社保 医保 公积金 退休 养老金 失业 津贴 抚恤 退伍 廉租房 公租房"),
        ("labour", "劳动就业", "civil_affairs", "normal", "工资 拖欠 劳动 合同 就业 招聘 工伤 加班 辞退 农民工 欠薪 职称 单位"),
        ("school", "教育文体", "civil_affairs", "normal", "学校 幼儿园 老师 教师 入学 学位 学区 补课 培训 学生 小学 中学 教育 高考 图书馆 体育 文化"),
        ("health", "医疗卫生", "civil_affairs", "normal", "医院 疫苗 医生 看病 药 体检 计生 生育 医疗 诊所 护士 挂号 卫生院 准生证 独生子女"),
        ("papers", "证照办理", "civil_affairs", "enquiry", "居住证 户口 身份证 证明 办证 落户 身份证号 护照 结婚证"),
        ("commerce", "商贸消费", "law_enforcement", "normal", "消费 退款 假货 价格 商家 超市 旅游 景区 虚假宣传 快递 收费 商场 市场 充值 预付卡 酒店 退费 食品"),
        ("party", "党建活动", "party_building", "normal", "党员 报到 志愿 党支部 组织关系 党费"),
    ]),
)  # fmt: skip


REQUESTS: tuple[Category, ...] = _table("企业诉求", [
    ("ent_policy", "政策咨询", "civil_affairs", "enquiry", "政策 补贴 优惠 减税 退税 税收 税务 申报 扶持 奖励 资质 专项资金 高新"),
    ("ent_licence", "证照办理", "law_enforcement", "enquiry", "许可 执照 证照 办证 年检 年报 备案 审批 注册 变更登记 许可证 经营范围 装修许可 店招"),
    ("ent_labour", "招工用工", "civil_affairs", "enquiry", "招工 招聘 用工 招人 社保 工资 劳动 员工 人才 落户 公积金 实习"),
    ("ent_premises", "场地物业", "city_management", "normal", "停车 车位 停车位 场地 物业 租金 租约 园区 厂房 办公楼 写字楼 装修 网络 道路 路灯 绿化 垃圾"),
    ("ent_finance", "融资", GRID, "enquiry", "融资 贷款 资金 担保 银行 利息 周转 投资"),
    ("ent_other", "其他", GRID, "enquiry", ""),
])  # fmt: skip
"""What enterprises ask for, by the contact who speaks for them; residents' words are never held against these."""


@dataclass(frozen=True)
class Guess:
    """The category that a text most likely belongs to; `score` is the weight of the words found, 0 for none."""

    category: Category | None
    score: float


def categorise(normalised: str, categories: tuple[Category, ...] = CATEGORIES) -> Guess:
    """The category whose words weigh most; a word weighs by its length, so 楼道灯 says more than 灯.

    Of several that weigh the same the first of the table counts.
    """
    found: dict[int, set[str]] = {}
    for _, (word, places) in _words_of(categories).iter(normalised):
        for place in places:
            found.setdefault(place, set()).add(word)
    best, top = None, 0.0
    for place in sorted(found):
        words = found[place]
        whole = [word for word in words if not any(word != other and word in other for other in words)]
        score = sum(len(word) ** 1.5 for word in whole)
        if score > top:
            best, top = categories[place], score
    return Guess(best, top)


_AUTOMATA: dict[int, tuple[tuple[Category, ...], Any]] = {}
"""One a table, by its identity; the table is kept beside it, so that the identity stays its own."""


def _words_of(categories: tuple[Category, ...]) -> Any:
    known = _AUTOMATA.get(id(categories))
    if known is None:
        bearers: dict[str, list[int]] = {}
        for place, category in enumerate(categories):
            for word in category.words:
                bearers.setdefault(word, []).append(place)
        automaton = ahocorasick.Automaton()
        for word, places in bearers.items():
            automaton.add_word(word, (word, places))
        automaton.make_automaton()
        known = _AUTOMATA[id(categories)] = (categories, automaton)
    return known[1]


def changed(categories: Sequence[Category], own: Iterable[Category]) -> tuple[Category, ...]:
    """The table with a subdistrict's own entries: of one code theirs counts, new ones come last."""
    theirs = {category.code: category for category in own}
    kept = [theirs.pop(category.code, category) for category in categories]
    return (*kept, *theirs.values())
