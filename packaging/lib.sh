# shellcheck shell=bash
# Shared by the scripts beside it; sourced, never run. All that it prints goes to standard error,
# so that standard output belongs to the program alone.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
VENV="$ROOT/.venv"
PYTHON="$VENV/bin/python"

# Shared library -> Debian package that brings it. A library is what Qt asks for, and unlike the
# name of a package it is the same in every release.
BASE_LIBRARIES="
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0"
WINDOW_LIBRARIES="
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxkbcommon-x11.so.0 libxkbcommon-x11-0"
SOUND_LIBRARIES="
libpulse.so.0 libpulse0
libXrandr.so.2 libxrandr2"
VOICE_LIBRARIES="
libspeechd.so.2 libspeechd2"

# Command -> package: a sound server to listen to, and an engine that speaks.
EAR_COMMANDS="
pulseaudio pulseaudio
parec pulseaudio-utils
speech-dispatcher speech-dispatcher
espeak-ng espeak-ng"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 2
}

on_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# apt_install PACKAGE...: as root; anybody else is told what to type, in one line.
apt_install() {
    if [[ $(id -u) -ne 0 ]]; then
        fail "Missing: $*. Install with: sudo apt-get install $*"
    fi
    say "Installing $*"
    {
        DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    } </dev/null >&2 || fail "apt-get could not install: $*. Look at its message above, and start again."
}

# --- Python and its environment ---------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the Python to use: the newest that can make an environment, else the newest at all.
find_python() {
    local name usable=""
    for name in python3.13 python3.12 python3.11 python3; do
        new_enough "$name" || continue
        if can_make_venv "$name"; then
            echo "$name"
            return
        fi
        usable=${usable:-$name}
    done
    echo "$usable"
}

# missing_python: the Debian package without which the Python found cannot make environments.
missing_python() {
    local python
    [[ ! -x $PYTHON ]] || return 0
    python=$(find_python)
    [[ -z $python ]] || can_make_venv "$python" || echo "$python-venv"
}

make_venv() {
    local python
    python=$(find_python)
    [[ -n $python ]] || fail "Python 3.11 or newer is needed. Debian 12, Ubuntu 24.04 and newer bring it: sudo apt-get install python3 python3-venv"
    can_make_venv "$python" || fail "$python cannot make environments: its modules venv and ensurepip are missing. On Debian: sudo apt-get install $python-venv"
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear "$VENV" >&2
}

# What an environment was made from. A folder that was moved needs a new one, too.
venv_recipe() { printf '%s %s\n' "$ROOT" "$(cksum <"$ROOT/pyproject.toml")"; }

# has_installed EXTRA: whether .venv holds this version of the dependencies.
has_installed() {
    local stamp="$VENV/.installed-$1"
    [[ -x $PYTHON && -f $stamp && $(<"$stamp") == "$(venv_recipe)" ]]
}

# moved: whether .venv is unfinished, for another folder, or of a Python that has gone.
moved() {
    local stamp
    "$PYTHON" -c 'import pip' 2>/dev/null || return 0
    for stamp in "$VENV"/.installed-*; do
        [[ -f $stamp && $(<"$stamp") != "$ROOT "* ]] && return 0
    done
    return 1
}

# install_project run|test: makes .venv and installs the program in it, unless that is done.
install_project() {
    local what="$ROOT"
    if has_installed "$1" || has_installed test; then return; fi
    if [[ $1 == test ]]; then what="${ROOT}[test]"; fi
    if moved; then make_venv; fi
    say "Installing RehabTimer's dependencies; the first time takes a minute or two"
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --editable "$what" </dev/null >&2 ||
        fail "pip could not install the dependencies. Look at its message above, and start again."
    venv_recipe >"$VENV/.installed-$1"
}

# --- Debian packages --------------------------------------------------------------------------

# missing_libraries TABLE: the packages of those libraries that this machine does not have.
missing_libraries() {
    local known library package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    while read -r library package; do
        [[ -z $library || $known == *"$library "* ]] || echo "$package"
    done <<<"$1"
}

# Without a single font, Qt draws empty boxes.
missing_fonts() {
    local found
    found=$(find -L /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print -quit 2>/dev/null) || true
    [[ -n $found ]] || echo fonts-dejavu-core
}

missing_display() {
    command -v xvfb-run >/dev/null && command -v Xvfb >/dev/null || echo xvfb
    command -v xauth >/dev/null || echo xauth
}

# needs_window: unless somebody chose a platform of Qt that does without X11.
needs_window() { [[ -z ${QT_QPA_PLATFORM:-} || $QT_QPA_PLATFORM == xcb* ]]; }

# install_packages run|test|audio: what Python and Qt need from the system, and the tests' servers.
install_packages() {
    local missing
    on_debian || return 0
    mapfile -t missing < <(
        missing_python
        missing_libraries "$BASE_LIBRARIES"
        if needs_window; then missing_libraries "$WINDOW_LIBRARIES"; fi
        missing_fonts
        if [[ $1 == audio ]]; then missing_ears; fi
        if [[ $1 != run ]]; then
            missing_display
            command -v pdftotext >/dev/null || echo poppler-utils
            command -v dbus-daemon >/dev/null || echo dbus-daemon
        fi
    )
    [[ ${#missing[@]} -eq 0 ]] || apt_install "${missing[@]}"
    if [[ $1 == run ]] && needs_window; then install_sound; fi
}

# install_sound: the program runs without tones too, so for anybody but root this is a hint.
install_sound() {
    local missing
    mapfile -t missing < <(missing_libraries "$SOUND_LIBRARIES")
    if [[ ${#missing[@]} -eq 0 ]]; then return; fi
    if [[ $(id -u) -eq 0 ]]; then
        apt_install "${missing[@]}"
    else
        say "Without sound. To hear the tones: sudo apt-get install ${missing[*]}"
    fi
}

# missing_commands TABLE: the packages of those commands that this machine does not have.
missing_commands() {
    local command package
    while read -r command package; do
        [[ -z $command ]] || command -v "$command" >/dev/null || echo "$package"
    done <<<"$1"
}

# missing_ears: what tests/sound needs besides; nothing of it is started here.
missing_ears() {
    missing_commands "$EAR_COMMANDS"
    missing_libraries "$SOUND_LIBRARIES"
    missing_libraries "$VOICE_LIBRARIES"
    dpkg-query --show speech-dispatcher-espeak-ng >/dev/null 2>&1 ||
        echo speech-dispatcher-espeak-ng
}
