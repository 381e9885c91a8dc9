' The way from a cell to Python: one server for all cells, a memo, and a pause after a failure.
Option Explicit
Option Private Module

Private Const FUNCTIONS_MODULE As String = "xl_addin.excel.functions"
Private Const PAUSE_SECONDS As Long = 30
Private Const MOST_REMEMBERED As Long = 50000
Private Const USER_INTERRUPT As Long = 18

Private server As Object
Private pausedUntil As Date
Private trouble As String
Private remembered As Dictionary

' What a cell shows for one call; a cell whose call cannot reach Python keeps its value.
Public Function CustomerChainCall(functionName As String, arguments As Variant) As Variant
    Dim answer As Variant
    Dim key As String
    key = MemoKey(functionName, arguments)
    If Recalled(key, answer) Then
        CustomerChainCall = CustomerChainShown(answer)
    ElseIf CustomerChainAsk(FUNCTIONS_MODULE, functionName, arguments, answer) Then
        Remember key, answer
        CustomerChainCall = CustomerChainShown(answer)
    Else
        CustomerChainCall = CustomerChainLastValue()
    End If
End Function

' Call Python; False when it cannot be reached, now or in the pause after a failure.
Public Function CustomerChainAsk(moduleName As String, functionName As String, arguments As Variant, ByRef answer As Variant) As Boolean
    Dim wasRunning As Boolean
    Dim reached As Boolean
    If Now < pausedUntil Then Exit Function
    wasRunning = Not server Is Nothing
    reached = Asked(moduleName, functionName, arguments, answer)
    ' A server that died is started again, once. One that would not start is not tried twice:
    ' a start that fails can take minutes, and Excel stands still that long.
    If wasRunning And Not reached Then reached = Asked(moduleName, functionName, arguments, answer)
    If reached Then
        EndTrouble
    Else
        Pause
    End If
    CustomerChainAsk = reached
End Function

' Try again at once: somebody pressed a button, or Python was set up meanwhile.
Public Sub CustomerChainResume()
    pausedUntil = 0
End Sub

' Why Python cannot be reached, as the key of a text; empty while all is well.
Public Function CustomerChainTrouble() As String
    CustomerChainTrouble = trouble
End Function

' Forget what was calculated: the workbook changed, or the calculation is done.
Public Sub CustomerChainForget()
    Set remembered = Nothing
End Sub

Private Function Asked(moduleName As String, functionName As String, arguments As Variant, ByRef answer As Variant) As Boolean
    On Error GoTo Failed
    If server Is Nothing Then Set server = StartedServer()
    answer = server.CallUDF((moduleName), (functionName), arguments, CustomerChainBook(), Application.Caller)
    Asked = True
    Exit Function
Failed:
    ' Esc is not a failure of the server; whoever waits for the button deals with it.
    If Err.Number = USER_INTERRUPT Then Err.Raise USER_INTERRUPT
    Set server = Nothing
    trouble = IIf(ProgramMissing(), "vba.not_set_up", "vba.no_answer")
End Function

' A missing program is noticed here in no time; the DLL would wait for it to answer.
Private Function StartedServer() As Object
    If ProgramMissing() Then Err.Raise vbObjectError + 1, Description:="Python is not where it was"
    Set StartedServer = XLPy()
End Function

Private Function ProgramMissing() As Boolean
    Dim program As String
    ' A configuration that cannot be read names no program either.
    On Error Resume Next
    program = GetConfig("INTERPRETER_WIN", "")
    ProgramMissing = (program = "")
    ' A name without a folder is looked for by Windows itself.
    If InStr(program, "\") > 0 Then ProgramMissing = Not FileExists(program)
End Function

Private Sub Pause()
    pausedUntil = Now + TimeSerial(0, 0, PAUSE_SECONDS)
    ' Excel may refuse this while it calculates; the cells are more important than the words.
    On Error Resume Next
    Application.StatusBar = CustomerChainText(trouble, CustomerChainLanguage())
End Sub

Private Sub EndTrouble()
    If trouble = "" Then Exit Sub
    trouble = ""
    On Error Resume Next
    Application.StatusBar = False
End Sub

' One call with single values as a text; empty for a call with a range, which is not remembered.
Private Function MemoKey(functionName As String, arguments As Variant) As String
    Dim words As String
    Dim position As Long
    words = functionName
    For position = LBound(arguments) To UBound(arguments)
        If IsArray(arguments(position)) Then Exit Function
        words = words & Chr$(1) & VarType(arguments(position)) & ":" & CStr(arguments(position))
    Next position
    MemoKey = words
End Function

Private Function Recalled(key As String, ByRef answer As Variant) As Boolean
    If key = "" Or remembered Is Nothing Then Exit Function
    If Not remembered.Exists(key) Then Exit Function
    answer = remembered.Item(key)
    Recalled = True
End Function

Private Sub Remember(key As String, answer As Variant)
    If key = "" Or IsArray(answer) Then Exit Sub
    If remembered Is Nothing Then Set remembered = New Dictionary
    If remembered.Count >= MOST_REMEMBERED Then remembered.RemoveAll
    remembered.Item(key) = answer
End Sub
