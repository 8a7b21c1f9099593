
Public Sub Main
    Dim x() As Double, rows As Long, columns As Long, a(1 To 3, 1 To 1) As Variant, wide(0 To 1, 0 To 2) As Variant, n As Long
    Open "@OUT@" For Output As #1
    On Error GoTo Bad
    InnoUseLanguage = 2
    Say InnoText("Hu\1EBF, \0110\1EAFk L\1EAFk") & "|" & InnoSay("yes", "c\00F3")
    InnoUseLanguage = 1
    Say InnoSay("yes", "c\00F3") & "|" & InnoFill("%s has %s cells", Array("x", 3))
    Say CStr(InnoMark(" n/a ")) & CStr(InnoMark("")) & CStr(InnoMark("..")) & CStr(InnoMark("na"))
    a(1, 1) = 1.5
    a(3, 1) = True
    n = InnoColumn(a, "values", -1, "MINMAX", x)
    Say n & "|" & x(1) & "|" & InnoIsMissing(x(2)) & "|" & x(3)
    wide(0, 0) = 1
    wide(0, 1) = "NA"
    wide(0, 2) = 3
    wide(1, 0) = 4
    wide(1, 1) = ""
    wide(1, 2) = 6
    InnoMatrix wide, "values", "COPELAND", rows, columns, x
    Say rows & "|" & columns & "|" & x(1, 1) & "|" & InnoIsMissing(x(1, 2)) & "|" & InnoIsMissing(x(2, 2)) & "|" & x(2, 3)
    n = InnoGroup(Array("b", "a", "b", "A"), "group", 4, "", x)
    Say n & "|" & x(1) & "|" & x(2) & "|" & x(3) & "|" & x(4)
    Close #1
    Exit Sub
Bad:
    Say "error " & Err.Number & " " & Err.Description
    Close #1
End Sub

Private Sub Say(ByVal text As String)
    Print #1, text
End Sub
