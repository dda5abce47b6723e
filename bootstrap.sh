#!/bin/sh
# Prepares .venv: a Python that fits, the locked packages, and this project itself.
#
# Being found on PATH proves nothing: a version manager's shim can answer to python3.12 and
# then fail. So each candidate is started and asked which version it is.
set -eu
cd "$(dirname "$0")"

VENV_PYTHON=.venv/bin/python
FETCHED=3.13 # which Python uv fetches when the machine has none that fits
UV=$(command -v uv || true)

stop() {
    printf '%s\n' "$@" >&2
    exit 3
}

fits() {
    "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

candidates() {
    printf '%s\n' python3.14 python3.13 python3.12 python3 python
    for folder in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin /opt/homebrew/bin /usr/local/bin; do
        for python in "$folder"/python3.1[2-9]; do
            [ ! -x "$python" ] || printf '%s\n' "$python"
        done
    done
}

first_that_fits() {
    candidates | while read -r python; do
        if fits "$python"; then
            printf '%s\n' "$python"
            break
        fi
    done
}

make_with_python() {
    "$1" -m venv .venv || {
        rm -rf .venv
        stop "$1 cannot make virtual environments." \
            "On Debian or Ubuntu: sudo apt-get install python3-venv, then the same command again."
    }
}

make_with_uv() {
    "$1" venv --quiet --seed --python "$FETCHED" .venv || {
        rm -rf .venv .uv
        stop "uv could not fetch Python $FETCHED; is the network closed to it?" \
            "Install Python 3.12 or newer, or name one: make demo PYTHON=/path/to/python3.12"
    }
}

# An older Python is good enough to install uv, and uv brings the right one.
make_with_borrowed_uv() {
    printf '%s\n' "No Python 3.12 or newer here: fetching $FETCHED with uv." >&2
    { python3 -m venv .uv && .uv/bin/python -m pip install --quiet uv; } || {
        rm -rf .uv
        stop "Python 3.12 or newer is needed, and uv could not be installed to fetch it." \
            "Install Python 3.12 or newer, or name one: make demo PYTHON=/path/to/python3.12"
    }
    UV=.uv/bin/uv
    make_with_uv "$UV"
}

explain() {
    stop "Python 3.12 or newer is needed, and none was found. Any one of these will do:" \
        "  every system   install uv (pipx install uv, or brew install uv); it fetches Python" \
        "  macOS          brew install python@3.13" \
        "  Debian 13      sudo apt-get install python3-venv" \
        "  elsewhere      make demo PYTHON=/path/to/python3.12" \
        "Then give the same command again."
}

make_venv() {
    rm -rf .venv
    if [ -n "${PYTHON:-}" ]; then
        fits "$PYTHON" || stop "PYTHON=$PYTHON does not run, or is older than Python 3.12."
        make_with_python "$PYTHON"
        return
    fi
    python=$(first_that_fits)
    if [ -n "$python" ]; then
        make_with_python "$python"
    elif [ -n "$UV" ]; then
        make_with_uv "$UV"
    elif python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
        make_with_borrowed_uv
    else
        explain
    fi
}

# uv does not write bytecode by itself, and without it every start is three times slower.
install() {
    if [ -n "$UV" ]; then
        "$UV" pip install --quiet --python "$VENV_PYTHON" "$@"
    else
        "$VENV_PYTHON" -m pip install --quiet --disable-pip-version-check "$@"
    fi
}

fits "$VENV_PYTHON" || make_venv
printf '%s\n' "Installing the locked packages into .venv (the first time takes a minute or two)." >&2
if [ -n "$UV" ]; then
    install --compile-bytecode --require-hashes -r requirements.lock
else
    install --require-hashes -r requirements.lock
fi
# The tool that builds the project is in the lock too, so nothing unlocked is fetched.
install --no-build-isolation --no-deps -e .
.venv/bin/cpsim --version >/dev/null
