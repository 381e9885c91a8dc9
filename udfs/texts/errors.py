"""Texts of the area errors: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Cells
    "error.not_a_number": ("「{value}」不是数字", "'{value}' is not a number"),
    "error.not_a_date": ("「{value}」不是日期", "'{value}' is not a date"),
    "error.column_missing": (
        "「{sheet}」中缺少「{column}」列。请恢复这一列的表头",
        "{sheet} has no column '{column}'. Please restore its header",
    ),
    "error.columns_differ_in_length": (
        "各列的行数不同：「{column}」有 {rows:,} 行，应为 {expected:,} 行",
        "The columns differ in length: '{column}' has {rows:,} rows instead of {expected:,}",
    ),
    # Scoring
    "error.unknown_method": (
        "没有名为「{method}」的评分方法；可用的有：{known}",
        "There is no scoring method '{method}'; known are: {known}",
    ),
    "error.cuts_needed": (
        "固定分界评分需要填写{what}的分界",
        "Scoring by fixed cuts needs cuts for {what}",
    ),
    "error.cuts_not_wanted": (
        "只有固定分界评分才能使用自己的分界，当前方法是「{method}」",
        "Own cuts belong to scoring by fixed cuts, but the method is '{method}'",
    ),
    "error.cuts_not_ascending": (
        "{what}的分界必须由小到大：{cuts}",
        "The cuts for {what} must ascend: {cuts}",
    ),
    "error.cuts_count": (
        "{what}的分界应为 1 到 4 个，现有 {n} 个",
        "There must be 1 to 4 cuts for {what}, not {n}",
    ),
    "error.unknown_cut_name": (
        "分界的名称「{name}」无法识别",
        "'{name}' is not a name for cuts",
    ),
    # Rules
    "error.bad_segment_score": (
        "分群「{segment}」中的「{value}」不是得分；应为 111 到 555，每位数字 1 到 5",
        "Segment '{segment}': '{value}' is not a score; "
        "scores go from 111 to 555, each digit from 1 to 5",
    ),
    "error.segment_without_name": (
        "得分 {scores} 没有分群名称",
        "The scores {scores} have no segment name",
    ),
    "error.bad_condition": (
        "条件「{value}」无法识别；请填写 高、低、任意，或 >=5、<5 这样的条件",
        "Condition '{value}' is not understood; write high, low, any, or something like >=5 or <5",
    ),
    "error.tier_without_name": ("分级规则第 {n} 条没有等级名称", "Tier rule {n} has no tier name"),
    "error.bad_level": (
        "等级「{tier}」的级别「{value}」不是整数",
        "Tier '{tier}': level '{value}' is not a whole number",
    ),
    "error.bad_quantile": (
        "分位「{value}」应在 0 和 1 之间，例如 0.6",
        "Quantile '{value}' must lie between 0 and 1, for example 0.6",
    ),
    "error.bad_months": (
        "月数「{value}」应为 1 到 1200 的整数",
        "Months '{value}' must be a whole number from 1 to 1200",
    ),
    "error.date_out_of_range": (
        "{day} 加 {months} 个月超出了日历范围",
        "{day} plus {months} months is outside the calendar",
    ),
    # Customers
    "error.customer_not_found": (
        "没有编号为「{customer}」的客户",
        "There is no customer '{customer}'",
    ),
}
