@echo off
rem Customer Chain: set-up for one user of Windows. Double-click; no administrator.
rem
rem This file only finds a Python, makes a private one under LOCALAPPDATA and installs the wheel
rem that lies beside it; all else is done by `customer-chain excel install`. It is ASCII with CRLF,
rem because cmd reads it in whatever code page the machine has; Chinese sentences are printed by
rem PowerShell from their character codes, so no `chcp` is needed and none has to be taken back.
rem The sentences are those of udfs/texts/setup.py; tests/xl_addin/setup/test_install_cmd.py
rem compares them and follows every jump.
rem
rem For administrators: CUSTOMER_CHAIN_PYTHON names the Python to use, CUSTOMER_CHAIN_QUIET stops
rem the waiting for keys, a folder `wheels` beside this file is used instead of the network, and a
rem CustomerChain.xlsm beside it becomes the user's workbook.
rem
rem A step that fails is caught by comparing ERRORLEVEL with 0: `if errorlevel 1` would take a
rem crash, whose code is negative, for success.

setlocal EnableExtensions DisableDelayedExpansion
rem A variable of that name would hide the real one.
set "ERRORLEVEL="
set "HERE=%~dp0"
set "PRIVATE=%LOCALAPPDATA%\CustomerChain\python"
set "CODE=1"
rem What a Python must be: 64-bit (its packages are), not the Store's, whose files Excel cannot see.
set "FIT=import sys, venv; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14) and sys.maxsize > 2**32 and 'WindowsApps' not in sys.base_prefix))"

call :say_welcome
call :find_package
if not "%ERRORLEVEL%"=="0" goto unpack_first
call :wait_for_excel
call :make_environment
if not "%ERRORLEVEL%"=="0" goto failed
call :install_packages
if not "%ERRORLEVEL%"=="0" goto no_packages
set "WORKBOOK="
if exist "%HERE%CustomerChain.xlsm" set WORKBOOK="%HERE%CustomerChain.xlsm"
"%PRIVATE%\Scripts\customer-chain.exe" excel install %WORKBOOK%
if not "%ERRORLEVEL%"=="0" goto failed
call :say_done
set "CODE=0"
goto end

:unpack_first
call :say_unpack_first
goto end

:no_packages
call :say_no_packages
goto failed

:failed
call :say_not_done
goto end

:end
if not defined CUSTOMER_CHAIN_QUIET pause
exit /b %CODE%

rem ---- steps; each answers 0 when it is done

:find_package
set "PACKAGE="
for /f "delims=" %%F in ('dir /b "%HERE%dist\customer_chain-*.whl" 2^>nul') do set "PACKAGE=%HERE%dist\%%F"
for /f "delims=" %%F in ('dir /b "%HERE%customer_chain-*.whl" 2^>nul') do set "PACKAGE=%HERE%%%F"
if defined PACKAGE exit /b 0
if not exist "%HERE%pyproject.toml" exit /b 1
set "PACKAGE=%HERE%."
exit /b 0

:wait_for_excel
tasklist /nh /fi "imagename eq EXCEL.EXE" 2>nul | find /i "EXCEL.EXE" >nul
if not "%ERRORLEVEL%"=="0" exit /b 0
call :say_close_excel
if defined CUSTOMER_CHAIN_QUIET exit /b 0
pause >nul
goto wait_for_excel

rem A private Python that is there is repaired, not thrown away: without a network it still works.
:make_environment
set "AGAIN=--force-reinstall"
if not exist "%PRIVATE%\Scripts\python.exe" goto new_environment
"%PRIVATE%\Scripts\python.exe" -c "import pip; %FIT%" >nul 2>&1
if not "%ERRORLEVEL%"=="0" goto new_environment
exit /b 0

:new_environment
set "AGAIN="
call :find_python
if not defined PYTHON goto no_python
%PYTHON% -m venv --clear "%PRIVATE%"
if not "%ERRORLEVEL%"=="0" goto no_environment
if not exist "%PRIVATE%\Scripts\python.exe" goto no_environment
exit /b 0

:no_python
call :say_no_python
exit /b 1

:no_environment
call :say_no_environment
exit /b 1

:install_packages
set "FROM="
if exist "%HERE%constraints.txt" set FROM=-c "%HERE%constraints.txt"
if exist "%HERE%wheels\" set FROM=--no-index --find-links "%HERE%wheels"
"%PRIVATE%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --prefer-binary --upgrade %AGAIN% %FROM% "%PACKAGE%"
if not "%ERRORLEVEL%"=="0" exit /b 1
if not exist "%PRIVATE%\Scripts\customer-chain.exe" exit /b 1
exit /b 0

rem Order: what the administrator names, the py launcher, the usual folders, the PATH; last the
rem install manager of python.org, which may fetch a Python by itself.
:find_python
set "PYTHON="
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
if defined CUSTOMER_CHAIN_PYTHON call :try_program "%CUSTOMER_CHAIN_PYTHON%"
for %%V in (3.13 3.12 3.11 3.14) do call :try_launcher %%V
call :try_folders "%LOCALAPPDATA%\Programs\Python" "Python3*"
call :try_folders "%ProgramFiles%" "Python3*"
call :try_folders "%LOCALAPPDATA%\Python" "pythoncore-3*"
for /f "delims=" %%P in ('where python.exe 2^>nul') do call :try_program "%%~fP"
set "PYTHON_MANAGER_AUTOMATIC_INSTALL="
call :try_launcher 3.13
exit /b 0

:try_launcher
if defined PYTHON exit /b 0
py.exe -%1 -c "%FIT%" >nul 2>&1
if not "%ERRORLEVEL%"=="0" exit /b 0
set "PYTHON=py.exe -%1"
exit /b 0

rem The newest name is tried first; a Python that does not fit is passed over.
:try_folders
for /f "delims=" %%D in ('dir /b /ad /o-n "%~1\%~2" 2^>nul') do call :try_program "%~1\%%D\python.exe"
exit /b 0

rem Programs in WindowsApps are stubs that open the Store, or the Store's own Python.
:try_program
if defined PYTHON exit /b 0
if not exist "%~1" exit /b 0
echo "%~1" | find /i "\WindowsApps\" >nul
if "%ERRORLEVEL%"=="0" exit /b 0
"%~1" -c "%FIT%" >nul 2>&1
if not "%ERRORLEVEL%"=="0" exit /b 0
set PYTHON="%~1"
exit /b 0

rem ---- sentences

:say_welcome
echo Setting up Customer Chain. No administrator is needed; it takes about two minutes.
call :chinese 27491,22312,23433,35013,23458,25143,38142,12290,19981,38656,35201,31649,29702,21592,26435,38480,65292,22823,32422,38656,35201,20004,20998,38047,12290
exit /b 0

:say_unpack_first
echo The installation files are not here. Right-click the zip file, choose Extract All, then double-click install.cmd in the new folder.
call :chinese 36825,37324,27809,26377,23433,35013,25991,20214,12290,35831,20808,21491,20987,21387,32553,21253,65292,36873,12300,20840,37096,35299,21387,32553,12301,65292,20877,21452,20987,35299,21387,20986,26469,30340,32,105,110,115,116,97,108,108,46,99,109,100,12290
exit /b 0

:say_close_excel
echo Excel is running. Please save, quit Excel, then press any key to go on.
call :chinese 69,120,99,101,108,32,27491,22312,36816,34892,12290,35831,20445,23384,24182,36864,20986,32,69,120,99,101,108,65292,28982,21518,25353,20219,24847,38190,32487,32493,12290
exit /b 0

:say_no_python
echo No 64-bit Python 3.11 to 3.14 was found. Please open python.org, download and install Python (not the one of the Microsoft Store), then double-click install.cmd again.
call :chinese 27809,26377,25214,21040,32,54,52,32,20301,30340,32,80,121,116,104,111,110,32,51,46,49,49,32,21040,32,51,46,49,52,12290,35831,25171,24320,32,112,121,116,104,111,110,46,111,114,103,65292,19979,36733,24182,23433,35013,32,80,121,116,104,111,110,65288,19981,35201,29992,32,77,105,99,114,111,115,111,102,116,32,83,116,111,114,101,32,30340,29256,26412,65289,65292,20877,21452,20987,32,105,110,115,116,97,108,108,46,99,109,100,12290
exit /b 0

:say_no_environment
echo Customer Chain's own Python could not be made. Check disk space and virus scanner, then double-click install.cmd again.
call :chinese 27809,33021,24314,31435,23458,25143,38142,33258,24049,30340,32,80,121,116,104,111,110,12290,35831,26816,26597,30913,30424,31354,38388,21644,26432,27602,36719,20214,65292,20877,21452,20987,32,105,110,115,116,97,108,108,46,99,109,100,12290
exit /b 0

:say_no_packages
echo The packages could not be installed. Check the network (or ask your administrator for a folder named wheels), then double-click install.cmd again.
call :chinese 27809,33021,35013,22909,25152,38656,30340,32452,20214,12290,35831,26816,26597,32593,32476,65288,25110,35831,31649,29702,21592,25552,20379,32,119,104,101,101,108,115,32,25991,20214,22841,65289,65292,20877,21452,20987,32,105,110,115,116,97,108,108,46,99,109,100,12290
exit /b 0

:say_not_done
echo Set-up is not complete. Please do what is said above, then double-click install.cmd again.
call :chinese 23433,35013,27809,26377,23436,25104,12290,35831,29031,19978,38754,30340,35805,20570,65292,20877,21452,20987,32,105,110,115,116,97,108,108,46,99,109,100,12290
exit /b 0

:say_done
echo Set-up is complete.
call :chinese 23433,35013,23436,25104,12290
exit /b 0

rem Where PowerShell is forbidden the English sentence has to do.
:chinese
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -Command "Write-Host (-join [char[]](%*))" 2>nul
exit /b 0
