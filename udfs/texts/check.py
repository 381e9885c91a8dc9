"""Texts of the area check: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # How findings are told
    "check.clean": ("检查完毕，没有发现问题", "Everything checked, nothing found"),
    "check.summary": (
        "发现 {problems:,} 个问题、{hints:,} 条提示",
        "{problems:# problem|# problems} and {hints:# hint|# hints} found",
    ),
    "check.problem": ("[问题]", "[problem]"),
    "check.hint": ("[提示]", "[hint]"),
    "check.more": ("还有 {n:,} 处相同情况", "and {n:,} more of these"),
    "check.in_sheet": ("「{sheet}」{what}", "{sheet}: {what}"),
    "check.at": ("第 {row:,} 行「{column}」：{what}", "row {row:,}, {column}: {what}"),
    "check.table_missing": (
        "工作簿中找不到这张表，请从备份中恢复",
        "the workbook has no such table; restore it from a copy",
    ),
    "check.column_missing": (
        "缺少「{column}」列，请恢复这一列的表头",
        "the column '{column}' is missing; please restore its header",
    ),
    # Customers
    "check.customer_id_blank": (
        "没有客户编号，订单无法对应到这位客户，请填写",
        "no customer ID, so no order finds this customer; please enter one",
    ),
    "check.customer_id_twice": (
        "编号「{value}」与第 {first:,} 行重复，请合并两行或更改其中一个编号",
        "'{value}' is already the ID of row {first:,}; merge the two rows or change one of the IDs",
    ),
    "check.name_missing": ("没有填写名称", "the name is missing"),
    "check.no_contact": (
        "{columns} 都没有填写，无法联系这位客户",
        "no way to reach this customer: {columns} are all empty",
    ),
    "check.bad_email": (
        "「{value}」不是有效的邮箱地址，请核对",
        "'{value}' is not an e-mail address; please correct it",
    ),
    "check.bad_phone": (
        "「{value}」不是有效的电话号码（应为 5 到 15 位数字），请核对",
        "'{value}' is not a phone number (5 to 15 digits); please correct it",
    ),
    "check.same_phone": (
        "电话「{value}」与第 {first:,} 行相同，请确认是否为同一位客户",
        "'{value}' is also the phone of row {first:,}; is it the same customer?",
    ),
    "check.same_email": (
        "邮箱「{value}」与第 {first:,} 行相同，请确认是否为同一位客户",
        "'{value}' is also the e-mail of row {first:,}; is it the same customer?",
    ),
    "check.same_person": (
        "「{value}」与第 {first:,} 行的名称和出生日期都相同，请确认是否为同一位客户",
        "'{value}' has the name and birthday of row {first:,}; is it the same customer?",
    ),
    "check.bad_date": (
        "「{value}」不是日期，请写成 2026-01-05 的形式",
        "'{value}' is not a date; write it like 2026-01-05",
    ),
    "check.before_1900": (
        "日期「{value}」早于 1900 年，Excel 无法计算，请核对",
        "the date '{value}' lies before 1900, which Excel cannot count; please correct it",
    ),
    "check.birthday_future": (
        "出生日期「{value}」晚于分析日期 {day}，请核对",
        "the birthday '{value}' lies after the analysis date {day}; please correct it",
    ),
    "check.too_old": (
        "按出生日期「{value}」年龄超过 {age} 岁，请核对",
        "by the birthday '{value}' the customer is over {age}; please correct it",
    ),
    "check.unknown_word": (
        "「{value}」不在可选内容中，请选择：{words}",
        "'{value}' is not in the list; choose one of: {words}",
    ),
    "check.withdrawn_before_given": (
        "撤回日期「{value}」早于同意日期 {given}，请核对",
        "the consent was withdrawn on '{value}', before it was given on {given}; please correct it",
    ),
    "check.withdrawn_not_given": (
        "有撤回日期「{value}」，但「{given}」是空白的，请补全",
        "withdrawn on '{value}', but '{given}' is empty; please fill it in",
    ),
    "check.stale": (
        "资料最后核实于 {last}，已超过 {months} 个月，请与客户核对",
        "the data were last confirmed on {last}, more than {months:# month|# months} ago; "
        "please confirm them with the customer",
    ),
    "check.never_confirmed": (
        "{n:,} 位客户既没有「{confirmed}」也没有「{created}」，无法判断资料是否过期",
        "{n:# customer has|# customers have} neither '{confirmed}' nor '{created}', "
        "so nobody can tell whether their data are stale",
    ),
    # Orders
    "check.order_without_customer": (
        "没有客户编号，这一行不会计入任何客户，请填写",
        "no customer ID, so this row counts for nobody; please enter one",
    ),
    "check.customer_unknown": (
        "「{value}」不在「{sheet}」中，请添加这位客户或更正编号",
        "'{value}' is not in the sheet {sheet}; add the customer or correct the ID",
    ),
    "check.order_date_missing": (
        "没有订单日期，这一行不会计入，请填写",
        "no order date, so this row is not counted; please enter one",
    ),
    "check.bad_number": (
        "「{value}」不是数字，请改为数字",
        "'{value}' is not a number; please correct it",
    ),
    "check.amount_missing": (
        "没有金额，这一行不会计入，请填写",
        "no amount, so this row is not counted; please enter one",
    ),
    "check.amount_zero": (
        "金额为 0，如果订单已取消，请在「订单状态」中注明",
        "the amount is 0; if the order was cancelled, say so in the column Status",
    ),
    "check.amount_negative": (
        "金额 {value} 为负数且没有状态，将按退款计算；如为退货，请在「订单状态」中注明",
        "the amount {value} is negative and has no status; it counts as a refund. "
        "If the goods came back, say so in the column Status",
    ),
    "check.order_future": (
        "订单日期「{value}」晚于分析日期 {day}，暂不计入",
        "the order of '{value}' lies after the analysis date {day} and is not counted yet",
    ),
    "check.order_twice": (
        "订单「{value}」这一行与第 {first:,} 行完全相同，只计入一次；如为重复请删除",
        "this row of order '{value}' equals row {first:,} and is counted once; "
        "delete it if it is a double",
    ),
    "check.row_twice": (
        "这一行与第 {first:,} 行完全相同且没有订单编号，会计入两次；如为重复请删除",
        "this row equals row {first:,} and has no order ID, so both are counted; "
        "delete it if it is a double",
    ),
    # Rules
    "check.no_analysis_date": (
        "没有填写分析日期，无法刷新，请填写",
        "the analysis date is empty, so nothing can be refreshed; please enter it",
    ),
    "check.tier_hole": (
        "没有规则适用于这种情况：{case}。请补充一条规则",
        "no rule covers this case: {case}. Please add one",
    ),
    "check.tier_overlap": ("多条规则同时适用：{case}", "several rules apply: {case}"),
    "check.segment_hole": (
        "{n} 个得分不属于任何分群：{scores}。请把它们加入某个分群",
        "{n:# score belongs|# scores belong} to no segment: {scores}. Please add them to one",
    ),
    "check.segment_overlap": (
        "得分 {score} 同时属于多个分群：{names}；以「{first}」为准",
        "score {score} belongs to several segments: {names}; '{first}' applies",
    ),
    "check.strategy_unknown_tier": (
        "「{value}」不是「分级规则」中的等级，可用的等级：{known}",
        "'{value}' is not a tier of the sheet Tiers; there are: {known}",
    ),
    "check.tier_without_strategy": (
        "等级「{tier}」没有对应的策略，请添加一行",
        "there is no strategy for the tier '{tier}'; please add a row",
    ),
}
