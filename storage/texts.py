"""What is written into workbooks and over forgotten data, and what can be said of a workbook as a whole."""

EXPLANATIONS = "说明"
SHEET_PASSED_OVER = "工作表“{title}”不认识，没有读。"
HIDDEN_SHEET = "这张工作表是隐藏的，请取消隐藏，或把它删掉"
NO_SHEET = "没有找到{titles}中的任何一张工作表，请用模板填写"
NO_HEADING = "第一行缺少表头：{headings}，请用模板填写"
TOO_MANY_ROWS = "超过 {most} 行，请检查是不是多余的行，或分批导入"
FORMULA = "是公式，请复制后“选择性粘贴”为数值"
MERGED = "是合并单元格，请取消合并，每行都填写"
HEADING_HINT = "{hint}{must}"
MUST = "（必填）"
HOW_TO = (
    "邻里名册模板：填好后运行 linli import roster 文件名.xlsx --dry-run 检查，没有问题再去掉 --dry-run 正式导入。",
    "一行一条，不要合并单元格，不要用公式，不要隐藏工作表。表头带 * 的列必填。",
    "编号由您自己编，同一张表里不能重复；以后再导入时按编号核对：同编号的更新，新编号的增加，少了的视为撤销或离任。",
    "哪张工作表整张没有数据，那部分就保持不变。",
    "上级、人员、地点、网格这些列填编号；名称没有重复时也可以直接填名称。",
    "日期写成 2026-11-24。手机只用来核对身份，入库后加密保存。",
)
HOW_TO_DUTY = (
    "邻里值班模板：填好后运行 linli duty import 文件名.xlsx，有任何问题就什么都不改。",
    "一行一条，不要合并单元格，不要用公式，不要隐藏工作表。表头带 * 的列必填。",
    "先在名册里有地点和人员，这里填它们的编号；名称没有重复时也可以直接填名称。",
    "站点和排班按编号核对：同编号的更新，新编号的增加，少了的停用；已有人报名的班次不受影响。资格只增加。",
    "哪张工作表整张没有数据，那部分就保持不变。",
)
COLUMN_TABLE = ("工作表", "列", "必填", "怎么填", "可选项")
YES = "是"
FORGOTTEN_NAME = "已注销"
FORGOTTEN_TEXT = "（已按本人要求隐去）"
PAST_TEXT = "（已过保存期，内容已删除）"
