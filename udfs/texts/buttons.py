"""Texts of the buttons, their labels and what they tell: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "button.tab": ("客户链", "Customer Chain"),
    "group.refresh": ("刷新", "Refresh"),
    "group.explain": ("说明", "Explain"),
    "group.data": ("数据", "Data"),
    "group.help": ("帮助", "Help"),
    "button.refresh": ("刷新等级", "Refresh tiers"),
    "button.refresh.tip": (
        "用全部订单重新计算每位客户",
        "Compute every customer anew from all orders",
    ),
    "button.refresh.help": (
        "重新计算得分、等级、分群和流失预警，只改写「客户链管理表」中的灰色列，并在「刷新记录」中记一行。"
        "按 Esc 键可以中途取消；「撤销刷新」可以恢复原状。",
        "Computes scores, tiers, segments and churn flags anew. Only the computed columns of Customers are"
        " written, and one line of the refresh log. Esc cancels while it works; Undo refresh takes it back.",
    ),
    "button.undo": ("撤销刷新", "Undo refresh"),
    "button.undo.tip": (
        "恢复上一次刷新或导入之前的状态",
        "Back to before the last refresh or import",
    ),
    "button.undo.help": (
        "把上一次刷新或导入写入的单元格恢复为之前的内容。您之后自己填写的内容保持不变。",
        "Puts back what the last refresh or import has written. What you have typed since then stays.",
    ),
    "button.what_changed": ("变化", "What changed"),
    "button.what_changed.tip": (
        "上一次刷新改变了哪些等级",
        "Which tiers the last refresh has changed",
    ),
    "button.what_changed.help": (
        "生成工作表「变化」：哪些客户换了等级、为什么，以及最近两次刷新的对比。",
        "Makes the sheet What changed: which customers moved to another tier and why, and the last two"
        " refreshes side by side.",
    ),
    "button.explain": ("为什么", "Why this score"),
    "button.explain.tip": (
        "说明所选客户的每个数字",
        "Explain every number of the selected customer",
    ),
    "button.explain.help": (
        "先点选某位客户所在行（「客户链管理表」或「订单」）的任意单元格，再点此按钮。"
        "如果所选单元格的 CC_ 公式出错，则说明错在哪里。",
        "First select any cell in the customer's row, on Customers or Orders. If the selected cell holds a"
        " CC_ formula with an error, its reason is told instead.",
    ),
    "button.gap": ("距离升级", "Gap to next tier"),
    "button.gap.tip": (
        "所选客户还差多少可以升级",
        "What would lift the selected customers to the next tier",
    ),
    "button.gap.help": (
        "先在「客户链管理表」中选择一行或多行。逐一列出每位客户距离上一等级还差多少订单、多少金额。",
        "First select one or more rows of Customers. Tells for each how many orders and how much revenue are"
        " missing to the next tier.",
    ),
    "button.audit": ("核对表", "Audit sheet"),
    "button.audit.tip": ("一位客户全部数字的来龙去脉", "Everything behind one customer's numbers"),
    "button.audit.help": (
        "先点选一位客户，再生成工作表「核对」：计入的每笔订单、未计入的订单及原因、评分界线和所用的规则。",
        "First select a customer. Makes the sheet Audit: every order that counts, those left out and why, the"
        " cuts and the rules applied.",
    ),
    "button.import_orders": ("导入订单", "Import orders"),
    "button.import_orders.tip": (
        "从 CSV 或 Excel 文件导入订单",
        "Bring orders in from a CSV or Excel file",
    ),
    "button.import_orders.help": (
        "选择一个文件，新的订单和新的客户会加在表格末尾；已有的订单不会重复导入。「撤销刷新」可以恢复原状。",
        "Choose a file: new orders and new customers are added at the end of the tables; orders that are"
        " there already are not taken twice. Undo refresh takes it back.",
    ),
    "button.check": ("检查数据", "Check data"),
    "button.check.tip": ("找出填错、漏填和重复的内容", "Find what is wrong, missing or doubled"),
    "button.check.help": (
        "检查客户、订单和规则，生成工作表「检查结果」：每个问题在哪张表、哪一行、哪一列，以及怎样改正。不改动您的数据。",
        "Looks through customers, orders and rules and makes the sheet Data check: each problem with its sheet,"
        " row and column, and what to do. Your data is not changed.",
    ),
    "button.guide": ("使用说明", "Guide"),
    "button.guide.tip": ("打开工作表「说明」", "Go to the sheet Guide"),
    "button.guide.help": (
        "两分钟看懂这个工作簿：哪些列由您填写，哪些列由加载项计算。",
        "What this workbook does, in two minutes: which columns are yours and which are computed.",
    ),
    "button.check_installation": ("检查安装", "Check installation"),
    "button.check_installation.tip": (
        "函数和公式是否正常",
        "Are functions and formulas in order?",
    ),
    "button.check_installation.help": (
        "核对工作表「自检」中的每个公式。如有不对，逐条说明原因和办法。",
        "Goes through every formula of the sheet Checks. For each that is wrong it tells why, and what to do.",
    ),
    "button.language": ("English", "中文"),
    "button.language.tip": ("按钮和提示改用英文", "Buttons and messages in Chinese"),
    "button.language.help": (
        "在中文和英文之间切换按钮和提示的语言。工作簿里的文字不变；要改它们，请用「设置」表中的「语言」。",
        "Switches buttons and messages between English and Chinese. The words in the workbook stay as they"
        " are; for those there is Language on the sheet Settings.",
    ),
    "press.cancelled": ("已取消，表格没有改动。", "Cancelled; the tables are as they were."),
    "press.our_error": (
        "程序出错了，表格没有改动。详细信息保存在 {file}，请把它发给技术支持。",
        "The program made an error; the tables are as they were. Details are in {file}; please send it to"
        " support.",
    ),
    "press.no_tables": (
        "打开的工作簿「{file}」不是客户链的工作簿：缺少表「{table}」。请打开 CustomerChain.xlsm 再试。",
        "The open workbook '{file}' is not a Customer Chain workbook: it lacks the table {table}. Please open"
        " CustomerChain.xlsm and try again.",
    ),
    "press.select_customer": (
        "请先在「{customers}」或「{orders}」表中点选一位客户所在的行，再点这个按钮。",
        "Please select a row with a customer on {customers} or {orders} first, then press the button again.",
    ),
    "press.more": ("还有 {n} 位客户。", "And {n:# more customer|# more customers}."),
    "press.refreshed": ("刷新完成", "Refreshed"),
    "press.undo_hint": ("「撤销刷新」可以恢复原状。", "Undo refresh brings the state before back."),
    "press.imported": ("导入完成", "Imported"),
    "press.choose_orders": (
        "选择订单文件（CSV 或 Excel）",
        "Choose a file of orders (CSV or Excel)",
    ),
    "press.order_files": ("订单文件", "Files of orders"),
    "press.nothing_chosen": (
        "没有选择文件，没有改动。",
        "No file was chosen; nothing was changed.",
    ),
    "press.error_in_cell": ("单元格 {cell}：{why}", "Cell {cell}: {why}"),
    "press.language": (
        "按钮和提示现在是中文。",
        "Buttons and messages are in English now.",
    ),
    "press.no_guide": (
        "这个工作簿没有工作表「{sheet}」。",
        "This workbook has no sheet {sheet}.",
    ),
    "page.made_anew": (
        "此表由加载项生成，只供查看，下次点按钮时会重新生成。",
        "Made by the add-in, for reading; it is made anew the next time you press the button.",
    ),
    "undo.nothing": (
        "没有可以撤销的刷新或导入。",
        "There is no refresh or import to undo.",
    ),
    "undo.done": (
        "已恢复到 {moment} 刷新或导入之前的状态：{tables}。",
        "Brought back the state before the refresh or import of {moment}: {tables}.",
    ),
    "undo.update": ("「{sheet}」{n} 行恢复原值", "{n:# row|# rows} of {sheet} as before"),
    "undo.append": ("「{sheet}」去掉 {n} 行", "{n:# added row|# added rows} taken out of {sheet}"),
    "undo.gone": (
        "「{sheet}」表末尾在 {moment} 加入的行已被排序、移动或删除，无法准确撤销，因此没有改动任何内容。",
        "The rows added to {sheet} at {moment} have been sorted, moved or deleted since, so they cannot be"
        " taken back safely; nothing was changed.",
    ),
    "live.protected": (
        "工作表「{sheet}」受保护，无法写入。请先撤销工作表保护（「审阅」选项卡）。",
        "The sheet {sheet} is protected, so nothing can be written. Please unprotect it first (tab Review).",
    ),
    "live.filtered": (
        "工作表「{sheet}」上有一个筛选，写入时无法原样保留。请先清除筛选（「数据」选项卡），再试一次；没有改动任何内容。",
        "The sheet {sheet} has a filter that could not be set again after writing. Please clear the filter (tab"
        " Data) and try again; nothing was changed.",
    ),
    "live.changed_meanwhile": (
        "计算期间「{sheet}」表被移动、排序或增减了行，因此没有写入任何内容。请再试一次。",
        "Rows of {sheet} were moved, sorted, added or deleted while the work was going on, so nothing was"
        " written. Please try again.",
    ),
    "live.not_restored": (
        "写入中断，「{sheet}」表没能完全恢复原状。请不要保存：关闭这个工作簿，再重新打开。",
        "The writing was interrupted and {sheet} could not be put back completely. Please do not save: close"
        " this workbook and open it again.",
    ),
    "live.structure": (
        "工作簿的结构受保护，无法添加工作表「{sheet}」。请先撤销工作簿保护（「审阅」选项卡）。",
        "The structure of the workbook is protected, so the sheet {sheet} cannot be added. Please unprotect the"
        " workbook first (tab Review).",
    ),
    "live.edited": (
        "正在编辑单元格，无法写入。请先按 Enter 键结束编辑，再试一次。",
        "A cell is being edited, so nothing can be written. Please finish it with Enter and try again.",
    ),
    "live.page_taken": (
        "已有一张名为「{sheet}」的工作表，而且不是由加载项生成的。请给它改个名字，再试一次。",
        "There is already a sheet named {sheet} that the add-in has not made. Please rename it and try again.",
    ),
}
