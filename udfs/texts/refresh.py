"""Texts of the refresh, of explain and of the settings they read: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.setting": (
        "「{sheet}」第 {row} 行「{setting}」：「{value}」无法使用。{why}",
        "{sheet} row {row}, {setting}: '{value}' cannot be used. {why}",
    ),
    "error.analysis_date_too_early": (
        "分析日期不能早于 1900 年。",
        "The analysis date cannot be before 1900.",
    ),
    "error.setting_negative": (
        "请填写不小于 0 的数字。",
        "Please enter a number that is not negative.",
    ),
    "error.setting_quantile": (
        "请填写 0 和 1 之间的数字，例如 0.6。",
        "Please enter a number between 0 and 1, for example 0.6.",
    ),
    "error.setting_months": (
        "请填写 1 到 1200 之间的整月数。",
        "Please enter a whole number of months from 1 to 1200.",
    ),
    "error.setting_choice": ("请从下拉列表中选择。", "Please choose from the list."),
    "error.setting_thresholds": (
        "请填写一到四个由小到大的数字，用分号隔开。",
        "Please enter one to four ascending numbers with semicolons between.",
    ),
    "error.setting_thresholds_missing": (
        "评分方法是「固定」，但没有填写「{setting}」。",
        "The scoring method is Fixed, but {setting} is empty.",
    ),
    "error.rule_cell": (
        "「{sheet}」第 {row} 行「{column}」：{why}",
        "{sheet} row {row}, {column}: {why}",
    ),
    "error.rule_not_whole": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」不是整数。",
        "{sheet} row {row}, {column}: '{value}' is not a whole number.",
    ),
    "error.no_analysis_date": (
        "没有分析日期：请在「{sheet}」中填写分析日期（命令行也可以加 --as-of 日期）。",
        "There is no analysis date: enter one on sheet {sheet} (on the command line also --as-of DATE).",
    ),
    "refresh.no_orders_yet": ("还没有有效订单。", "No valid orders yet."),
    "refresh.list_separator": ("、", ", "),
    "refresh.nothing_left_out": ("无", "none"),
    "refresh.customers": (
        "分析日期 {day}：客户 {n:,} 位，其中 {buyers:,} 位有有效订单。",
        "Analysis date {day}: {n:# customer|# customers}, {buyers:,} with valid orders.",
    ),
    "refresh.orders": (
        "计入有效订单 {n:,} 笔；未计入的行：{left_out}。",
        "{n:# valid order|# valid orders} counted; rows left out: {left_out}.",
    ),
    "refresh.tiers": ("等级：{tiers}。", "Tiers: {tiers}."),
    "refresh.of_which": ("（其中{tags}）", " (of them {tags})"),
    "refresh.tier_cuts": ("等级分界：{cuts}。", "Tier cuts: {cuts}."),
    "refresh.tier_cuts_words": (
        "订单数 ≥ {orders}，累计金额 ≥ {revenue}",
        "orders ≥ {orders}, revenue ≥ {revenue}",
    ),
    "refresh.moves": ("等级有变化的客户：{n:,} 位。", "{n:# customer|# customers} changed tier."),
    "refresh.churn": (
        "流失预警：{n:,} 位客户。",
        "Churn flag: {n:# customer|# customers}.",
    ),
    "refresh.remark": ("提示：{remark}", "Note: {remark}"),
    "refresh.unknown_customers": (
        "有 {n:,} 位下过订单的客户（{ids}）不在「客户链管理表」中，没有计入。请添加这些客户或更正编号；"
        "「检查数据」会列出是哪几行。",
        "{n:# customer|# customers} with orders ({ids}) not on sheet Customers and not counted; "
        "add them or correct the IDs, Check data lists the rows.",
    ),
    "refresh.unknown_statuses": (
        "{n:,} 行的订单状态不在可选内容中（{words}），按有效订单计入；「检查数据」会列出是哪几行。",
        "{n:# row has|# rows have} an unknown status ({words}) and count as valid; "
        "Check data lists the rows.",
    ),
    "refresh.no_tier_cuts": ("无（没有有效订单）", "none (no valid orders)"),
    "refresh.no_orders_by_then": (
        "{day} 及以前没有任何有效订单，所有结果都是空的。请核对分析日期；撤销可以恢复原状。",
        "There are no valid orders up to {day}, so all results are empty. Please check the "
        "analysis date; undo brings the old state back.",
    ),
    "refresh.look_back": (
        "分析日期早于上一次刷新（{day}），「原等级」和「等级变化日期」保持不变。",
        "The analysis date lies before that of the last refresh ({day}); Previous tier and "
        "Tier changed on were left as they are.",
    ),
    "refresh.date_not_in_settings": (
        "「设置」中还没有分析日期；填写 {day}，以后就不必再加 --as-of。",
        "Sheet Settings has no analysis date yet; enter {day} there and --as-of is no longer needed.",
    ),
    "refresh.other_date_in_settings": (
        "「设置」中的分析日期是 {chosen}，没有改动；这次按 {day} 计算。",
        "The date on sheet Settings stays {chosen}; this refresh used {day}.",
    ),
    "refresh.columns_gone": (
        "「客户链管理表」中没有这些列，未写入：{columns}。",
        "Sheet Customers lacks these columns, they were not written: {columns}.",
    ),
    "refresh.fewer_levels": (
        "{score} 只有 {n} 档得分（通常五档），因为许多客户的数值相同，或者客户太少。",
        "{score} has only {n:# level|# levels} instead of 5, because many customers have equal "
        "values or there are few customers.",
    ),
    "refresh.segment_gaps": (
        "「客户分群」没有包含这些得分：{scores}。",
        "Sheet Segments does not cover these scores: {scores}.",
    ),
    "refresh.segment_overlaps": (
        "「客户分群」中这些得分重复出现，以第一条为准：{scores}。",
        "On sheet Segments these scores stand more than once, the first counts: {scores}.",
    ),
    "refresh.tier_gaps": (
        "「分级规则」没有覆盖：{cells}。",
        "The rules on sheet Tiers do not cover: {cells}.",
    ),
    "refresh.unknown_customer": (
        "没有编号为「{customer}」的客户。",
        "There is no customer with the ID '{customer}'.",
    ),
    "refresh.near_customer": (
        "没有编号为「{customer}」的客户。您要找的是「{near}」吗？",
        "There is no customer with the ID '{customer}'. Did you mean '{near}'?",
    ),
    "refresh.explain_heading": (
        "客户 {customer}，分析日期 {day}",
        "Customer {customer}, analysis date {day}",
    ),
}
