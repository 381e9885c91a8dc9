"""Texts of the command line: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "cli.description": (
        "客户链：给 Excel 工作簿中的客户评分、分级、预警，每个数字都说明理由。",
        "Customer Chain: scores, tiers and churn flags for the customers in an Excel workbook, each explained.",
    ),
    "cli.epilog": (
        "例：customer-chain new 我的客户.xlsm --sample\n"
        "    customer-chain import 我的客户.xlsm --orders 订单.csv\n"
        "    customer-chain refresh 我的客户.xlsm --as-of 2026-10-31\n\n"
        "退出码：0 完成；1 检查发现问题；2 命令有误；3 已拒绝，没有改动；4 程序错误；130 已中断。",
        "Example: customer-chain new Shop.xlsm --sample\n"
        "         customer-chain import Shop.xlsm --orders orders.csv\n"
        "         customer-chain refresh Shop.xlsm --as-of 2026-10-31\n\n"
        "Exit codes: 0 done; 1 the check found problems; 2 command not understood;\n"
        "3 refused, nothing was changed; 4 an error of the program; 130 interrupted.",
    ),
    "cli.positionals": ("参数", "arguments"),
    "cli.options": ("选项", "options"),
    "cli.commands": ("命令", "commands"),
    "cli.usage": ("用法：", "usage:"),
    "cli.help": ("显示这份说明", "show this help"),
    "cli.version": ("显示版本号", "show the version"),
    "cli.lang": (
        "文字的语言：zh 或 en（默认按系统）",
        "language of the texts: zh or en (default: the system's)",
    ),
    "cli.not_understood": ("命令有误：{why}", "The command was not understood: {why}"),
    "cli.interrupted": ("已中断，没有改动。", "Interrupted; nothing was changed."),
    "cli.our_error": (
        "程序出错了，您的工作簿没有改动。详细信息保存在 {file}，请把它发给技术支持。",
        "The program made an error; your workbook was not changed. Details are in {file}; please send it to support.",
    ),
    "cli.new": ("新建一个工作簿", "make a new workbook"),
    "cli.new.workbook": ("新工作簿的文件名（.xlsm）", "name of the new workbook (.xlsm)"),
    "cli.new.sample": ("带上示例店铺的数据", "with the data of the sample shop"),
    "cli.import": (
        "把订单或客户文件导入工作簿",
        "bring orders or customers from a file into the workbook",
    ),
    "cli.import.workbook": ("工作簿", "the workbook"),
    "cli.import.orders": ("订单文件（CSV 或 XLSX）", "file of orders (CSV or XLSX)"),
    "cli.import.customers": ("客户文件（CSV 或 XLSX）", "file of customers (CSV or XLSX)"),
    "cli.import.map": (
        '指定列的对应关系，例如 "金额=实付金额"；可重复',
        'which caption of the file is which column, for example "amount=Total paid"; may be repeated',
    ),
    "cli.import.replace": (
        "用文件中的订单替换工作簿中的全部订单",
        "replace all orders of the workbook by those of the file",
    ),
    "cli.import.nothing": (
        "请用 --orders 或 --customers 指定要导入的文件。",
        "Please name a file with --orders or --customers.",
    ),
    "cli.import.map_form": (
        "--map 应写成 列名=文件中的标题，例如 amount=实付金额；收到的是「{word}」。",
        "--map wants COLUMN=CAPTION, for example \"amount=Total paid\"; got '{word}'.",
    ),
    "cli.refresh": (
        "刷新得分、分群、等级和流失预警",
        "refresh scores, segments, tiers and churn flags",
    ),
    "cli.refresh.workbook": ("工作簿", "the workbook"),
    "cli.refresh.as_of": (
        "分析日期，例如 2026-10-31（默认用「设置」中的日期）",
        "analysis date, for example 2026-10-31 (default: the one on sheet Settings)",
    ),
    "cli.refresh.json": ("以 JSON 输出结果", "print the result as JSON"),
    "cli.check": (
        "检查数据：缺失、错误、重复、过期、规则漏洞",
        "check the data: missing, malformed, duplicate, stale, holes in rules",
    ),
    "cli.check.workbook": ("工作簿", "the workbook"),
    "cli.check.as_of": (
        "分析日期（默认用「设置」中的日期）",
        "analysis date (default: the one on sheet Settings)",
    ),
    "cli.explain": ("说明一位客户的每个数字", "explain every number of one customer"),
    "cli.explain.workbook": ("工作簿", "the workbook"),
    "cli.explain.customer_id": ("客户编号", "the customer's ID"),
    "cli.explain.as_of": (
        "分析日期（默认用「设置」中的日期）",
        "analysis date (default: the one on sheet Settings)",
    ),
    "cli.export": ("把一张表导出为 CSV", "export one table as CSV"),
    "cli.export.workbook": ("工作簿", "the workbook"),
    "cli.export.table": (
        "表的名称：{names}（也可写 {internal}）",
        "name of the table: {names} (or {internal})",
    ),
    "cli.export.unknown_table": (
        "没有名为「{name}」的表。可以导出：{names}。",
        "There is no table '{name}'. You can export: {names}.",
    ),
    "cli.export.not_csv": (
        "「{file}」不是 CSV 文件名。请写成以 .csv 结尾的名字，例如 --to 客户.csv。",
        "'{file}' is not the name of a CSV file. Please end it in .csv, for example --to customers.csv.",
    ),
    "cli.export.consent": (
        "注意：其中 {n:,} 位客户没有有效的同意，请勿把资料交给他人。",
        "Note: {n:# of these customers has|# of these customers have} no valid consent; "
        "do not pass their data on.",
    ),
    "cli.metavar.workbook": ("工作簿", "WORKBOOK"),
    "cli.metavar.new_workbook": ("新工作簿.xlsm", "OUT.xlsm"),
    "cli.metavar.file": ("文件", "FILE"),
    "cli.metavar.csv_file": ("文件.csv", "FILE.csv"),
    "cli.metavar.column_caption": ("列名=文件中的标题", "COLUMN=CAPTION"),
    "cli.metavar.date": ("日期", "DATE"),
    "cli.metavar.customer": ("客户编号", "CUSTOMER_ID"),
    "cli.metavar.table": ("表", "TABLE"),
    "cli.metavar.function": ("函数名", "NAME"),
    "cli.metavar.value": ("参数", "VALUE"),
    "cli.metavar.command": ("命令", "COMMAND"),
    "cli.unknown_command": (
        "没有「{word}」这个命令。运行 customer-chain --help 查看全部命令。",
        "There is no command '{word}'; customer-chain --help lists all commands.",
    ),
    "cli.unknown_command_near": (
        "没有「{word}」这个命令。您要找的是 {near} 吗？",
        "There is no command '{word}'. Did you mean {near}?",
    ),
    "cli.missing": ("还缺少：{what}。", "Missing: {what}."),
    "cli.unknown_words": ("看不懂：{what}。", "Not known: {what}."),
    "cli.needs_value": ("{option} 后面还要写内容。", "{option} needs something after it."),
    "cli.bad_choice": (
        "{option} 不能是「{word}」，只能是 {choices}。",
        "{option} cannot be '{word}'; it can be {choices}.",
    ),
    "cli.bad_date": (
        "「{word}」不是日期。请写成 2026-10-31 的形式。",
        "'{word}' is not a date. Write it like 2026-10-31.",
    ),
    "cli.export.to": ("CSV 文件名", "name of the CSV file"),
    "cli.export.excel": (
        "加上标记，使 Excel 双击打开时中文不乱码",
        "add the mark that lets Excel show all characters on a double click",
    ),
    "cli.export.done": (
        "已导出 {n:,} 行到 {file}。",
        "{n:# row|# rows} exported to {file}.",
    ),
    "cli.undo": ("撤销最近一次改动（再执行一次即恢复）", "undo the last change (once more: redo)"),
    "cli.undo.workbook": ("工作簿", "the workbook"),
    "cli.undo.done": (
        "「{file}」已恢复到上一次改动之前；再执行一次 undo 可以取消撤销。",
        "'{file}' is back to what it was before the last change; undo once more takes that back.",
    ),
    "cli.functions": (
        "列出可以在单元格中使用的函数",
        "list the functions that can be used in cells",
    ),
    "cli.functions.name": ("函数名，例如 CC_TIER", "name of a function, for example CC_TIER"),
    "cli.call": ("计算一个函数", "evaluate one function"),
    "cli.call.name": ("函数名，例如 CC_SEGMENT", "name of the function, for example CC_SEGMENT"),
    "cli.call.values": (
        "参数；区域写成 [1,2,3] 或 @文件.csv",
        "its arguments; a range is written [1,2,3] or @file.csv",
    ),
    "cli.doctor": (
        "检查安装和工作簿是否正常",
        "check that the installation and a workbook are in order",
    ),
    "cli.doctor.workbook": ("要检查的工作簿（可省略）", "a workbook to look at (optional)"),
    "cli.gap": (
        "说明一位或几位客户距离上一等级还差多少",
        "tell what is missing to the next tier, for one or more customers",
    ),
    "cli.gap.workbook": ("工作簿", "the workbook"),
    "cli.gap.customer_id": ("客户编号，可以写几个", "customer IDs, one or more"),
    "cli.audit": (
        "列出一位客户全部数字的来龙去脉",
        "list everything behind one customer's numbers",
    ),
    "cli.audit.workbook": ("工作簿", "the workbook"),
    "cli.audit.customer_id": ("客户编号", "the customer's ID"),
    "cli.changes": (
        "列出上一次刷新改变了哪些等级",
        "list the tiers the last refresh has changed",
    ),
    "cli.changes.workbook": ("工作簿", "the workbook"),
    "cli.check_installation": (
        "核对工作簿「自检」表里的每个公式",
        "check every formula on the sheet Checks of a workbook",
    ),
    "cli.check_installation.workbook": (
        "工作簿；省略时只核对函数本身",
        "the workbook; without one only the functions themselves are checked",
    ),
    "cli.addin": (
        "生成 Excel 加载项文件，让任何工作簿都能用这些函数",
        "make the Excel add-in file, for the functions in any workbook",
    ),
    "cli.addin.file": ("新加载项的文件名（.xlam）", "name of the new add-in (.xlam)"),
    "cli.excel": (
        "在 Windows 上为 Excel 安装、卸载或诊断",
        "set up Excel on Windows, take it back, or find out what is wrong",
    ),
    "cli.excel.action": (
        "install 安装，uninstall 卸载，doctor 逐项诊断",
        "install, uninstall, or doctor: one sentence for each thing looked at",
    ),
    "cli.excel.workbook": ("工作簿（可省略）", "the workbook (may be left out)"),
    "cli.libreoffice": (
        "为 LibreOffice 安装或卸载函数和按钮",
        "set up functions and buttons in LibreOffice, or take them back",
    ),
    "cli.libreoffice.action": ("install 安装，uninstall 卸载", "install or uninstall"),
    "cli.metavar.new_addin": ("加载项文件", "ADDIN"),
    "cli.made": ("已新建「{file}」。", "Made '{file}'."),
    "cli.saved": (
        "已保存「{file}」；之前的状态在「{backup}」，undo 可以恢复。",
        "Saved '{file}'; the state before is in '{backup}', undo brings it back.",
    ),
    "cli.nothing_changed": ("没有需要改动的内容。", "There was nothing to change."),
    "step.reading_files": ("正在读取文件", "Reading the files"),
    "step.reading": ("正在读取", "Reading"),
    "step.computing": ("正在计算", "Computing"),
    "step.changing": ("正在写入表格", "Writing the tables"),
    "step.saving": ("正在保存", "Saving"),
    "doctor.python": ("Python {version}：正常。", "Python {version}: in order."),
    "doctor.package": ("{name} {version}：正常。", "{name} {version}: in order."),
    "doctor.package_missing": (
        "缺少 {name}。请重新安装 customer-chain。",
        "{name} is missing. Please install customer-chain again.",
    ),
    "doctor.language": ("语言：{lang}。", "Language: {lang}."),
    "doctor.libreoffice": (
        "找到 LibreOffice：{path}（可以打开工作簿）。",
        "LibreOffice found: {path} (it can open the workbook).",
    ),
    "doctor.no_libreoffice": (
        "没有找到 LibreOffice；只用 Excel 时不需要它。",
        "LibreOffice was not found; it is not needed beside Excel.",
    ),
    "doctor.workbook": (
        "工作簿「{file}」：可以读取，{tables} 张表。",
        "Workbook '{file}': readable, {tables} tables.",
    ),
    "doctor.table_missing": (
        "工作簿中缺少表「{table}」。",
        "The workbook lacks the table {table}.",
    ),
    "doctor.writable": (
        "工作簿可以改动，没有被打开。",
        "The workbook can be changed; nobody has it open.",
    ),
    "doctor.problem": ("问题：{what}", "Problem: {what}"),
}
