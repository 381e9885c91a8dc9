"""Texts of set-up on Windows and its doctor: key to (简体中文, English).

`setup.found.ID` are the doctor's findings: what is so, and what to do. `setup.cmd.ID` are shown by
install.cmd before there is a Python; a test holds that file against them.
"""

TEXTS: dict[str, tuple[str, str]] = {
    "setup.name": ("客户链", "Customer Chain"),
    "setup.windows_only": (
        "Excel 的安装与检查只适用于 Windows；在这台电脑上可以用 LibreOffice，或用命令行处理关闭的工作簿。",
        "Setting up Excel is for Windows; on this computer use LibreOffice, or the command line on closed workbooks.",
    ),
    "setup.no_variable": (
        "Windows 没有告诉我们「{name}」指向哪里。请注销后重新登录，再试一次。",
        "Windows does not say where '{name}' is. Please sign out, sign in and try again.",
    ),
    "setup.run_install_cmd": (
        "客户链自己的 Python 还没有装好。请双击 install.cmd。",
        "Customer Chain's own Python is not there yet. Please double-click install.cmd.",
    ),
    "setup.cannot_write": (
        "无法写入：{what}。请关闭 Excel 和占用它的程序，再试一次。",
        "Cannot write: {what}. Please close Excel and whatever else uses it, then try again.",
    ),
    "setup.close_excel": (
        "Excel 正在运行。请保存并关闭所有工作簿、退出 Excel，然后再试一次。",
        "Excel is running. Please save and close all workbooks, quit Excel and try again.",
    ),
    "setup.yes_or_no": ("（输入 Y 同意，N 不同意）：", "(Y for yes, N for no):"),
    "setup.workbook_made": ("已新建您的工作簿：{path}", "Your workbook is made: {path}"),
    "setup.workbook_copied": ("工作簿已复制到：{path}", "The workbook is copied to: {path}"),
    "setup.workbook_kept": (
        "您的工作簿原样保留：{path}",
        "Your workbook stays as it is: {path}",
    ),
    "setup.workbook_not_made": (
        "没能新建工作簿 {path}：{why}。请再次双击 install.cmd；若仍不行，请把这句话发给技术支持。",
        "The workbook {path} could not be made: {why}. Please double-click install.cmd again; if that does not help, send this sentence to support.",
    ),
    "setup.workbook_unreadable": (
        "读不到工作簿 {path}。请确认文件还在、没有被别的程序占用，再试一次。",
        "The workbook {path} cannot be read. Please check that it is there and not in use, then try again.",
    ),
    "setup.configured": (
        "已告诉 Excel 用哪一个 Python；您原有的 xlwings 设置没有改动。",
        "Excel now knows which Python to use; xlwings settings you had before are unchanged.",
    ),
    "setup.trust_question": (
        "要让 Excel 直接运行文件夹「{folder}」中的宏吗？请只把信得过的文件放进去。",
        "Shall Excel run macros of files in '{folder}' without asking? Keep only files you trust there.",
    ),
    "setup.trusted": (
        "Excel 信任文件夹 {folder}，其中的宏可以直接运行。",
        "Excel trusts the folder {folder}; macros there run without a question.",
    ),
    "setup.trust_declined": (
        "没有添加受信任位置。打开工作簿时请点「启用内容」。",
        "No trusted folder was added. When the workbook opens, click Enable Content.",
    ),
    "setup.trust_forbidden": (
        "公司的规定不允许自行添加受信任位置。打开工作簿时请点「启用内容」；若没有这个按钮，请找管理员。",
        "Your company lets nobody add trusted folders. When the workbook opens, click Enable Content; if there is no such button, ask your administrator.",
    ),
    "setup.shortcut": (
        "桌面上有了快捷方式「{name}」。",
        "There is a shortcut '{name}' on your desktop.",
    ),
    "setup.no_shortcut": (
        "没能在桌面上放快捷方式。请直接打开 {path}。",
        "No shortcut could be put on the desktop. Please open {path} itself.",
    ),
    "setup.opened": ("正在打开工作簿。", "The workbook is being opened."),
    "setup.not_opened": (
        "没有找到 Excel，所以没有打开工作簿。装好 Excel 后请打开 {path}。",
        "Excel was not found, so the workbook was not opened. Once Excel is there, open {path}.",
    ),
    "setup.taken_back": (
        "已撤销安装：设置、受信任位置、快捷方式都已移除；客户链自己的 Python 会在几秒后删除。",
        "Set-up is taken back: settings, trusted folder and shortcut are gone; Customer Chain's own Python goes in a few seconds.",
    ),
    "setup.workbooks_stay": (
        "您的工作簿还在 {folder}；不再需要时请自己删除。",
        "Your workbooks are still in {folder}; delete them yourself when you no longer need them.",
    ),
    "setup.severity.note": ("注意：{what}", "Note: {what}"),
    "setup.severity.problem": ("问题：{what}", "Problem: {what}"),
    # The doctor: programs
    "setup.found.excel_missing": (
        "没有找到 Excel。请先安装桌面版 Microsoft Excel（2016 或更新）；只有 WPS 或网页版时不能使用功能区按钮。",
        "Excel was not found. Please install Microsoft Excel for the desktop (2016 or newer); WPS or Excel on the web cannot run the buttons.",
    ),
    "setup.found.excel": ("找到 {bits} 位的 Excel：{path}。", "Excel found, {bits}-bit: {path}."),
    "setup.found.excel_from_store": (
        "Excel 是从 Microsoft Store 安装的，有时会拦住宏启动别的程序。若按钮没有反应，请改装 Office 官网的桌面版。",
        "Excel comes from the Microsoft Store, which sometimes keeps macros from starting programs. If the buttons do nothing, install the desktop version from Office's own site instead.",
    ),
    "setup.found.opened_by_other": (
        "双击 .xlsm 时打开的不是 Excel（而是 {program}）。请用桌面上的快捷方式，或右击文件，在「打开方式」中选 Excel 并设为默认。",
        "A double click on an .xlsm opens another program than Excel ({program}). Use the shortcut on the desktop, or right-click the file, Open with, and make Excel the default.",
    ),
    "setup.found.python_missing": (
        "客户链自己的 Python 不见了（{path}）。请双击 install.cmd 重新安装。",
        "Customer Chain's own Python is gone ({path}). Please double-click install.cmd to set it up again.",
    ),
    "setup.found.python_from_store": (
        "Python 是从 Microsoft Store 安装的，Excel 启动不了它。请从 Python 官网安装 Python，再双击 install.cmd。",
        "Python comes from the Microsoft Store, and Excel cannot start it. Please install Python from Python's own site, then double-click install.cmd.",
    ),
    "setup.found.python_base_gone": (
        "原来的 Python（{path}）已被卸载或移走。请安装 Python，再双击 install.cmd。",
        "The Python it was made from ({path}) was removed or moved. Please install Python, then double-click install.cmd.",
    ),
    "setup.found.python_does_not_start": (
        "Python（{path}）启动不了：{why}。请双击 install.cmd 重新安装；若仍不行，请让管理员在杀毒软件中放行这个文件夹。",
        "Python ({path}) does not start: {why}. Please double-click install.cmd again; if that does not help, ask your administrator to allow this folder in the virus scanner.",
    ),
    "setup.found.python": ("Python {version}：正常。", "Python {version}: in order."),
    "setup.found.bits_equal": (
        "Excel 和 Python 都是 {bits} 位：正常。",
        "Excel and Python are both {bits}-bit: in order.",
    ),
    "setup.found.bits_differ": (
        "Excel 是 {excel} 位，Python 是 {python} 位。两者分开运行，一般没有问题；若函数不出结果，请改装 {python} 位的 Office。",
        "Excel is {excel}-bit and Python {python}-bit. They run apart, so this should work; if functions give no results, install the {python}-bit Office instead.",
    ),
    "setup.found.xlwings_missing": (
        "Python 中缺少 xlwings。请双击 install.cmd 重新安装。",
        "xlwings is missing from Python. Please double-click install.cmd again.",
    ),
    "setup.found.dll": (
        "xlwings {version} 和它的文件 {file}：正常。",
        "xlwings {version} and its file {file}: in order.",
    ),
    "setup.found.dll_missing": (
        "文件 {file} 不在 {folder}，多半是被杀毒软件删除了。请让管理员放行这个文件夹，再双击 install.cmd。",
        "The file {file} is not in {folder}; most likely a virus scanner removed it. Ask your administrator to allow this folder, then double-click install.cmd.",
    ),
    "setup.found.dll_of_other_version": (
        "xlwings 是 {package} 版，它的 DLL 却是 {dll} 版。请退出 Excel，再双击 install.cmd。",
        "xlwings is version {package}, but its DLL is {dll}. Please quit Excel and double-click install.cmd.",
    ),
    "setup.found.config": ("xlwings 的设置：正常。", "xlwings' settings: in order."),
    "setup.found.config_missing": (
        "设置文件 {file} 缺失，或没有指向客户链的 Python。请双击 install.cmd 重新写入。",
        "The settings file {file} is missing or names another Python. Please double-click install.cmd to write it again.",
    ),
    "setup.found.config_foreign": (
        "{file} 指定了另一个 Python（{path}），我们没有改动。请把客户链的工作簿放在 {folder}，那里用客户链自己的 Python。",
        "{file} names another Python ({path}), which we left alone. Keep Customer Chain's workbooks in {folder}, where its own Python is used.",
    ),
    # The doctor: what is forbidden
    "setup.found.trusted": (
        "Excel 信任文件夹 {folder}：宏可以运行。",
        "Excel trusts the folder {folder}: macros run.",
    ),
    "setup.found.trust_forbidden": (
        "公司的规定停用了自选的受信任位置。若宏被拦住，请找管理员。",
        "Your company has switched off trusted folders of your own choice. If macros are blocked, ask your administrator.",
    ),
    "setup.found.macros_asked": (
        "打开工作簿时 Excel 会询问宏：请点「启用内容」。",
        "Excel asks about macros when the workbook opens: click Enable Content.",
    ),
    "setup.found.macros_never": (
        "Excel 设为禁用所有宏，按钮和函数都不会工作。请在「文件 > 选项 > 信任中心 > 信任中心设置 > 宏设置」中选「通过通知禁用 VBA 宏」；若该项是灰色的，请找管理员。",
        "Excel is set to disable all macros, so no button and no function works. Choose File > Options > Trust Center > Trust Center Settings > Macro Settings > Disable VBA macros with notification; if that is greyed out, ask your administrator.",
    ),
    "setup.found.macros_signed_only": (
        "Excel 只运行有签名的宏，而这个工作簿没有签名。请让管理员信任工作簿所在的文件夹，或由公司为它签名。",
        "Excel runs signed macros only, and this workbook is not signed. Ask your administrator to trust the workbook's folder, or to sign it.",
    ),
    "setup.found.child_processes": (
        "没有规定禁止 Excel 启动 Python。",
        "Nothing forbids Excel to start Python.",
    ),
    "setup.found.child_processes_blocked": (
        "公司的安全规则禁止 Office 启动别的程序，所以 Excel 启动不了 Python。请让管理员为客户链的文件夹设例外（ASR 规则 d4f940ab）；在此之前请用命令行处理关闭的工作簿。",
        "A security rule keeps Office from starting programs, so Excel cannot start Python. Ask your administrator for an exception for Customer Chain's folder (ASR rule d4f940ab); until then use the command line on closed workbooks.",
    ),
    "setup.found.child_processes_blocked_unless_allowed": (
        "安全规则会在 Excel 启动 Python 时询问（ASR 规则 d4f940ab）。出现提示时请点「取消阻止」。",
        "A security rule asks when Excel starts Python (ASR rule d4f940ab). When the notice appears, click Unblock.",
    ),
    "setup.found.windows_calls_blocked": (
        "公司的安全规则禁止宏调用 Windows 的功能，xlwings 因此不能工作。请让管理员为这个工作簿设例外（ASR 规则 92e97fa1）。",
        "A security rule keeps macros from calling Windows, which xlwings has to. Ask your administrator for an exception for this workbook (ASR rule 92e97fa1).",
    ),
    "setup.found.windows_calls_blocked_unless_allowed": (
        "安全规则会在宏调用 Windows 的功能时询问（ASR 规则 92e97fa1）。出现提示时请点「取消阻止」。",
        "A security rule asks when macros call Windows (ASR rule 92e97fa1). When the notice appears, click Unblock.",
    ),
    "setup.found.command_line_forbidden": (
        "公司的规定停用了命令提示符（DisableCMD），Excel 要靠它启动 Python。请让管理员放开这一项。",
        "Your company has switched off the command prompt (DisableCMD), through which Excel starts Python. Ask your administrator to allow it.",
    ),
    "setup.found.command_line_fails": (
        "cmd.exe 启动不了，Excel 要靠它启动 Python。请问管理员是否有软件限制。",
        "cmd.exe cannot be started, and Excel starts Python through it. Ask your administrator whether software is restricted.",
    ),
    # The doctor: the workbook
    "setup.found.web_address": (
        "这是网址，不是本机上的文件。请把工作簿保存到 {folder} 再使用。",
        "This is an address on the web, not a file on this computer. Save the workbook in {folder} and use it there.",
    ),
    "setup.found.workbook_missing": (
        "没有这个工作簿：{path}。请检查名称和文件夹。",
        "There is no workbook {path}. Please check its name and folder.",
    ),
    "setup.found.workbook_unreadable": (
        "读不到「{file}」。请关闭占用它的程序，再试一次。",
        "'{file}' cannot be read. Please close the program that uses it and try again.",
    ),
    "setup.found.onedrive": (
        "工作簿在 OneDrive 中，Excel 会把它当成网址，有时找不到。建议移到 {folder}。",
        "The workbook is in OneDrive; Excel takes it for a web address and sometimes loses it. Better move it to {folder}.",
    ),
    "setup.found.network": (
        "工作簿在网络文件夹中，宏可能被拦住，也可能有别人同时打开。建议移到 {folder}。",
        "The workbook is in a network folder, where macros may be blocked and others may have it open. Better move it to {folder}.",
    ),
    "setup.found.long_path": (
        "文件的完整路径有 {n} 个字符，Excel 最多打开 {longest} 个。请移到 {folder}，或缩短文件夹的名称。",
        "The file's whole path has {n} characters, and Excel opens {longest} at most. Move it to {folder}, or shorten folder names.",
    ),
    "setup.found.marked": (
        "「{file}」带有「来自互联网」的标记，Excel 会拦住其中的宏。若信得过它：右击文件 > 属性 > 勾选「解除锁定」> 确定。",
        "'{file}' is marked as coming from the internet, so Excel blocks its macros. If you trust it: right-click the file > Properties > tick Unblock > OK.",
    ),
    "setup.found.marked_and_forbidden": (
        "「{file}」带有「来自互联网」的标记，公司的规定禁止运行这类文件的宏。请向管理员要一份内部发布的文件，或请他解除标记。",
        "'{file}' is marked as coming from the internet, and your company forbids macros in such files. Ask your administrator for an internal copy, or to unblock this one.",
    ),
    "setup.found.marked_but_trusted": (
        "「{file}」来自互联网，但它在受信任的文件夹中，宏可以运行。",
        "'{file}' comes from the internet, but lies in a trusted folder, so its macros run.",
    ),
    "setup.found.open_elsewhere": (
        "「{file}」正开着，可能在这台电脑上，也可能是别人打开的。用命令行处理前请先关闭。",
        "'{file}' is open, here or at somebody else's. Close it before you use the command line on it.",
    ),
    "setup.found.file_read_only": (
        "「{file}」不能改动。请在文件属性中取消「只读」，或关闭占用它的程序。",
        "'{file}' cannot be changed. Untick Read-only in its properties, or close the program that uses it.",
    ),
    "setup.found.folder_read_only": (
        "不能在文件夹 {folder} 中保存。请把工作簿移到您自己的文件夹。",
        "Nothing can be saved in {folder}. Move the workbook to a folder of your own.",
    ),
    "setup.found.no_macros": (
        "「{file}」中没有客户链的宏，所以没有按钮。请用 customer-chain new 新建的工作簿，或桌面上的快捷方式。",
        "'{file}' has no macros of Customer Chain, so there are no buttons. Use a workbook made by customer-chain new, or the shortcut on the desktop.",
    ),
    "setup.found.versions_differ": (
        "「{file}」的宏是为 xlwings {macros} 写的，装的却是 {package}。请双击与工作簿一起拿到的 install.cmd，或用新建的工作簿。",
        "The macros of '{file}' were written for xlwings {macros}, but {package} is installed. Double-click the install.cmd that came with the workbook, or use a new workbook.",
    ),
    "setup.found.macros_inside": (
        "「{file}」的宏与 xlwings {version} 一致：正常。",
        "The macros of '{file}' match xlwings {version}: in order.",
    ),
    # install.cmd
    "setup.cmd.welcome": (
        "正在安装客户链。不需要管理员权限，大约需要两分钟。",
        "Setting up Customer Chain. No administrator is needed; it takes about two minutes.",
    ),
    "setup.cmd.unpack_first": (
        "这里没有安装文件。请先右击压缩包，选「全部解压缩」，再双击解压出来的 install.cmd。",
        "The installation files are not here. Right-click the zip file, choose Extract All, then double-click install.cmd in the new folder.",
    ),
    "setup.cmd.close_excel": (
        "Excel 正在运行。请保存并退出 Excel，然后按任意键继续。",
        "Excel is running. Please save, quit Excel, then press any key to go on.",
    ),
    "setup.cmd.no_python": (
        "没有找到 64 位的 Python 3.11 到 3.14。请打开 python.org，下载并安装 Python（不要用 Microsoft Store 的版本），再双击 install.cmd。",
        "No 64-bit Python 3.11 to 3.14 was found. Please open python.org, download and install Python (not the one of the Microsoft Store), then double-click install.cmd again.",
    ),
    "setup.cmd.no_environment": (
        "没能建立客户链自己的 Python。请检查磁盘空间和杀毒软件，再双击 install.cmd。",
        "Customer Chain's own Python could not be made. Check disk space and virus scanner, then double-click install.cmd again.",
    ),
    "setup.cmd.no_packages": (
        "没能装好所需的组件。请检查网络（或请管理员提供 wheels 文件夹），再双击 install.cmd。",
        "The packages could not be installed. Check the network (or ask your administrator for a folder named wheels), then double-click install.cmd again.",
    ),
    "setup.cmd.not_done": (
        "安装没有完成。请照上面的话做，再双击 install.cmd。",
        "Set-up is not complete. Please do what is said above, then double-click install.cmd again.",
    ),
    "setup.cmd.done": ("安装完成。", "Set-up is complete."),
}
