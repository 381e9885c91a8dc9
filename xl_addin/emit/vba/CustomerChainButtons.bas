' The ribbon: labels by callback, and one action that hands the button's name to Python.
Option Explicit

Private Const BUTTONS_MODULE As String = "xl_addin.excel.presses"
Private Const USER_INTERRUPT As Long = 18

Private ribbon As IRibbonUI
Private busy As Boolean

Public Sub CustomerChainRibbonLoaded(loaded As IRibbonUI)
    Set ribbon = loaded
End Sub

' The tag of a control is the key of its label.
Public Sub CustomerChainLabel(control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = CustomerChainText(control.Tag, CustomerChainLanguage())
End Sub

Public Sub CustomerChainTip(control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = CustomerChainText(control.Tag & ".tip", CustomerChainLanguage())
End Sub

Public Sub CustomerChainHelp(control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = CustomerChainText(control.Tag & ".help", CustomerChainLanguage())
End Sub

Public Sub CustomerChainPress(control As IRibbonControl)
    CustomerChainPressed control.ID
End Sub

' Language and guide work without Python; everything else is done there.
Public Sub CustomerChainPressed(buttonName As String)
    If busy Then
        Application.StatusBar = CustomerChainText("vba.busy", CustomerChainLanguage())
        Exit Sub
    End If
    If buttonName = "language" Then
        ChangeLanguage
    ElseIf CustomerChainBook() Is Nothing Then
        CustomerChainSay CustomerChainText("vba.no_workbook", CustomerChainLanguage())
    ElseIf buttonName = "guide" Then
        ShowGuide
    Else
        RunButton buttonName
    End If
End Sub

' Python works in small steps; between them Excel stays alive and Esc is heard.
Private Sub RunButton(buttonName As String)
    Dim status As String
    Dim number As Long
    Dim calculation As Long
    busy = True
    calculation = Application.Calculation
    On Error GoTo Stopped
    Application.EnableCancelKey = xlErrorHandler
    CustomerChainResume
    status = Answered("cc_press", Array(buttonName, CustomerChainLanguage(), CustomerChainMessage()))
    Do While Len(status) > 0
        Application.StatusBar = status
        DoEvents
        status = Answered("cc_step", Array(buttonName, CustomerChainLanguage()))
    Loop
    GoTo Finished
Stopped:
    number = Err.Number
    Resume TakeBack
TakeBack:
    On Error Resume Next
    status = Answered("cc_cancel", Array(buttonName, CustomerChainLanguage()))
    If number <> USER_INTERRUPT Then CustomerChainSay CustomerChainText("vba.stopped", CustomerChainLanguage())
Finished:
    ' Where Python died on the way, what it had paused would stand still for ever.
    If Application.Calculation <> calculation Then Application.Calculation = calculation
    Application.ScreenUpdating = True
    Application.EnableCancelKey = xlInterrupt
    Application.StatusBar = False
    busy = False
End Sub

' The next words for the status bar, empty at the end; a sentence marked by Chr(1) is said at once.
Private Function Answered(functionName As String, arguments As Variant) As String
    Dim answer As Variant
    If Not CustomerChainAsk(BUTTONS_MODULE, functionName, arguments, answer) Then
        CustomerChainSay CustomerChainText(CustomerChainTrouble(), CustomerChainLanguage())
        Exit Function
    End If
    If Left$(CStr(answer), 1) = Chr$(1) Then
        CustomerChainSay Mid$(CStr(answer), 2)
    Else
        Answered = CStr(answer)
    End If
End Function

Private Sub ChangeLanguage()
    CustomerChainSetLanguage IIf(CustomerChainLanguage() = "zh", "en", "zh")
    If ribbon Is Nothing Then
        ' Excel hands the ribbon over only once; after an error in some macro it is gone.
        CustomerChainSay CustomerChainText("vba.language_later", CustomerChainLanguage())
    Else
        ribbon.Invalidate
    End If
End Sub

Private Sub ShowGuide()
    Dim sheet As Worksheet
    For Each sheet In CustomerChainBook().Worksheets
        If sheet.Name = CustomerChainText("sheet.guide", "zh") Or sheet.Name = CustomerChainText("sheet.guide", "en") Then
            sheet.Activate
            Exit Sub
        End If
    Next sheet
    CustomerChainSay CustomerChainText("press.no_guide", CustomerChainLanguage())
End Sub
