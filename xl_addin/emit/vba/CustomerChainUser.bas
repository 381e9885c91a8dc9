' What only this computer knows: the user's language, and a message box that can write Chinese.
Option Explicit
Option Private Module

#If Mac Then
#ElseIf VBA7 Then
    Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, ByVal words As LongPtr, ByVal title As LongPtr, ByVal kind As Long) As Long
#Else
    Private Declare Function MessageBoxW Lib "user32" (ByVal owner As Long, ByVal words As Long, ByVal title As Long, ByVal kind As Long) As Long
#End If

Private Const REGISTRY_NAME As String = "CustomerChain"
Private Const PRIMARY_LANGUAGE As Long = 1023
Private Const CHINESE As Long = 4

Private chosen As String

' The user's choice, else the language of Office's own menus.
Public Function CustomerChainLanguage() As String
    If chosen = "" Then chosen = GetSetting(REGISTRY_NAME, "User", "Language", "")
    If chosen <> "zh" And chosen <> "en" Then chosen = OfficeLanguage()
    CustomerChainLanguage = chosen
End Function

Public Sub CustomerChainSetLanguage(language As String)
    chosen = language
    SaveSetting REGISTRY_NAME, "User", "Language", language
End Sub

' MsgBox turns Chinese into question marks on a Windows that is set to another language.
Public Sub CustomerChainSay(sentence As String)
    Dim title As String
    title = CustomerChainText("book.title", CustomerChainLanguage())
#If Mac Then
    MsgBox sentence, vbInformation, title
#Else
    MessageBoxW Application.Hwnd, StrPtr(sentence), StrPtr(title), vbInformation
#End If
End Sub

Private Function OfficeLanguage() As String
    Dim settings As Object
    OfficeLanguage = "en"
    ' Not every Office tells its language, and without one the whole tab would stay without words.
    On Error Resume Next
    Set settings = Application.LanguageSettings
    OfficeLanguage = IIf((settings.LanguageID(msoLanguageIDUI) And PRIMARY_LANGUAGE) = CHINESE, "zh", "en")
End Function
