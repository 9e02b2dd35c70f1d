"""What operators read about things."""

REFUSED = "设施表里有 {count} 个问题，什么都没有改："
COUNTED = "增加 {added}，修改 {changed}，停用 {ended}，没变 {same}。"
IMPORTED = "设施已导入。"
RISKS = "单位风险 {count} 条。"
NO_THINGS = "{name}没有设施，请先导入设施表：linli import things。"
CODES_WRITTEN = "已生成 {count} 个设施二维码，在 {folder}；打印用 {pdf}。"
RULES_NO_PART_OF_A_YEAR = "规则文件 {path} 里的 {name} 应为 1、2、3、4、6 或 12（一年能分成整数段）。"
