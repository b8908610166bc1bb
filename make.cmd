@echo off
rem The Makefile's run, test and check for Windows: `.\make run`, `.\make test`. PYTHON names another Python (3.11 or newer).
setlocal
cd /d "%~dp0"
set "PY=py -3"
where py >nul 2>nul || set "PY=python"
if defined PYTHON set "PY=%PYTHON%"
if "%~1"=="run" goto run
if "%~1"=="test" goto test
if "%~1"=="check" goto check
echo Usage: make run ^| test ^| check
exit /b 2

:run
%PY% build\environment.py run || exit /b
.venv\Scripts\maestro open
exit /b

:test
%PY% build\environment.py test || exit /b
.venv\Scripts\python -m pytest -n auto --dist loadfile
exit /b

:check
%PY% build\environment.py test || exit /b
.venv\Scripts\ruff check . || exit /b
.venv\Scripts\ruff format --check . || exit /b
.venv\Scripts\mypy || exit /b
.venv\Scripts\lint-imports --no-logo
exit /b
