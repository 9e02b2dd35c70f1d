"""Words of the map and of the upload of outlines."""

from datetime import date

TITLE, OUTLINES_TITLE = "地图", "上传轮廓"
SUM = "{when}未办结 {open} 件，隐患 {dangers} 件；{places} 处地点，{events} 件事件。"
NOW, THEN = "现在", "{day}日终"
MAP_LABEL = "地图：未办结的工单按地点聚在一起，红色有隐患。右边的表说的是同样的内容。"
FILTER = {"category": "类别", "all": "全部类别", "back": "看哪一天", "show": "查看"}
VIEW = {"title": "怎么画", "cluster": "聚合", "heat": "热力"}
LAYERS = {"ticket": "工单", "event": "事件", "station": "站点", "worker": "人员"}
LAYERS_TITLE = "图层"
ZOOM = {"in": "放大", "out": "缩小", "whole": "全图"}
LIST_LABEL = "地图上的内容，逐条"
HEADS = ("地点", "社区", "未办结", "隐患")
LIST = {
    "places": "按地点",
    "loose": "只有坐标的工单",
    "events": "事件",
    "stations": "站点",
    "workers": "人员今天最近一次打卡",
}
MORE = "件数最多的 {count} 处在表里，另有 {more} 处在图上。"
CAPPED = "只画了最新的 {count} 件，另有 {more} 件不在图上。"
NOWHERE = "另有 {count} 件没有地点和坐标，不在图上。"
NOT_DRAWN = "（没有坐标，不在图上）"
NO_TICKETS = "这里没有未办结的工单。"
NO_POINTS = "名册里还没有坐标，画不出地图；下面的表照常能用。请在名册的“地点”表里填经纬度。"
HULL_ABOUT = "实线是上传的轮廓，虚线是按坐标围出来的大致范围。"
NO_TILES = "没有设底图，只画轮廓和点，不连外网。"
SOME_TILES = "底图来自 {origin}。"
BEHIND, BEHIND_MORE = "{place}的工单", "最新的 {count} 件。"
UPLOAD = "上传轮廓（GeoJSON）"
IMPORT_ABOUT = (
    "GeoJSON 要素集，每个面的属性里写“编号”（名册里的地点编号）。先传上来看；没有问题，再勾上“写入”传一次。"
    "有任何问题就什么都不改，文件里没有的地点不动。"
)
PROBLEMS, MORE_PROBLEMS, REMARKS = (
    "有 {count} 处问题，没有改动：",
    "还有 {count} 处没有列出来。",
    "请看一眼（不影响写入）：",
)
COUNTED = "增加 {added} 个，修改 {changed} 个，没变 {same} 个。"
DONE, CHECKED = "已写入。", "检查通过，还没有写入。"
FILE, DATUM_ASKED, WRITE, SEND = "文件", "坐标系", "写入", "上传"
NOT_A_FILE = "请选一个 .geojson 文件。"
TOO_LARGE = "文件太大，最多 {most} MB。"
PREVIEW = "预览：这次上传的轮廓"
TO_MAP = "回地图"


def when(at: date | None) -> str:
    """现在, or 11月20日日终."""
    return NOW if at is None else THEN.format(day=f"{at.month}月{at.day}日")
