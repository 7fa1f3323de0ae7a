# Which process is ours, who holds a port, locks. Sourced by ./twin.
# shellcheck shell=bash

# A process that has ended but was not collected by its parent counts as gone.
alive() {
    local state
    kill -0 "$1" 2>/dev/null || return 1
    if [ -r "/proc/$1/stat" ]; then
        state="$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -c 1)" || return 1
    else
        state="$(ps -o stat= -p "$1" 2>/dev/null | cut -c 1)"
    fi
    [ -n "$state" ] && [ "$state" != Z ]
}

# When a process started, in words that stay the same as long as it lives.
start_of() {
    if [ -r "/proc/$1/stat" ]; then
        sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
    else
        LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null | tr -s ' '
    fi
}

command_line() {
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true
    else
        ps -ww -o command= -p "$1" 2>/dev/null || true
    fi
}

# Whether a process is a Java with -Dtwin.home=DIRECTORY among its arguments. Whoever looks for such
# processes has those words among its arguments, too, and is no Java.
belongs_to() {
    local argument program=''
    if [ -r "/proc/$1/cmdline" ]; then
        while IFS= read -r -d '' argument; do
            program="${program:-$argument}"
            case "$program" in
                java | */java) ;;
                *) return 1 ;;
            esac
            [ "$argument" != "-Dtwin.home=$2" ] || return 0
        done 2>/dev/null <"/proc/$1/cmdline"
        return 1
    fi
    case "$(command_line "$1") -" in
        *"java -Dtwin.home=$2 -"*) return 0 ;;
        *) return 1 ;;
    esac
}

# Every process of a data directory: the service and its engine.
processes_of() {
    local pid
    if [ -d /proc/self ]; then
        # Read by grep in one go: looking into each process in turn would take a second.
        grep -laF -e "-Dtwin.home=$1" /proc/[0-9]*/cmdline 2>/dev/null | cut -d / -f 3
    else
        # shellcheck disable=SC2009 # pgrep of macOS cannot look for a text as it is
        ps -axww -o pid=,command= | grep -F -e "-Dtwin.home=$1" | awk '{print $1}'
    fi | while read -r pid; do
        if [ "$pid" != $$ ] && alive "$pid" && belongs_to "$pid" "$1"; then printf '%s\n' "$pid"; fi
    done
}

# Prints the process id of the embedded database of a data directory, if it runs.
database_of() {
    local file="$1/postgres/data/postmaster.pid" pid
    [ -r "$file" ] || return 0
    pid="$(head -n 1 "$file" | tr -dc 0-9)"
    if [ -z "$pid" ] || ! alive "$pid"; then return 0; fi
    # The number may have gone to another program since.
    case "$(command_line "$pid")" in
        *postgres*"$1/postgres/data"*) printf '%s\n' "$pid" ;;
    esac
}

# ends_within SECONDS PID: waits for an end.
ends_within() {
    local tenths=$(($1 * 10))
    while [ $tenths -gt 0 ]; do
        alive "$2" || return 0
        sleep 0.1
        tenths=$((tenths - 1))
    done
    ! alive "$2"
}

port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Prints the process id of whoever listens on a port, if this user may know.
holder_of() {
    local pid=''
    if command -v lsof >/dev/null 2>&1; then
        pid="$(lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1)" || true
    fi
    if [ -z "$pid" ] && command -v ss >/dev/null 2>&1; then
        pid="$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -n 1)" || true
    fi
    if [ -z "$pid" ] && [ -r /proc/net/tcp ]; then pid="$(holder_in_proc "$1")"; fi
    printf '%s' "$pid"
}

# Linux without lsof and ss: from the port to the socket's inode to the process that has it open.
holder_in_proc() {
    local inode link
    inode="$(awk -v port=":$(printf '%04X' "$1")" \
        '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)" || true
    [ -n "$inode" ] || return 0
    link="$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1)" || true
    printf '%s' "$link" | cut -d / -f 3
}

# lock DIRECTORY WHAT: waits while a living process holds it.
lock() {
    local owner nameless=0
    mkdir -p "$(dirname "$1")"
    while ! mkdir "$1" 2>/dev/null; do
        owner="$(sed -n 1p "$1/owner" 2>/dev/null || true)"
        # Whoever died between making the directory and signing it will not sign any more.
        [ -n "$owner" ] || nameless=$((nameless + 1))
        if [ $nameless -gt 10 ] || { [ -n "$owner" ] && ! holds "$1" "$owner"; }; then
            rm -rf "$1"
        else
            moving "Waiting for $2" "${owner:+process $owner}"
            sleep 0.3
        fi
    done
    printf '%s\n%s\n' $$ "$(start_of $$)" >"$1/owner"
    LOCKS="${LOCKS:-}$1"$'\n'
    trap unlock_all EXIT
}

# holds DIRECTORY PID: whether that process still lives, and did not just inherit the number.
holds() {
    alive "$2" && [ "$(start_of "$2")" = "$(sed -n 2p "$1/owner" 2>/dev/null)" ]
}

# Gives a lock back, if it is still ours: after a pause somebody else may have it.
unlock() {
    if [ "$(sed -n 1p "$1/owner" 2>/dev/null)" = $$ ]; then rm -rf "$1"; fi
}

unlock_all() {
    local directory
    while IFS= read -r directory; do
        [ -z "$directory" ] || unlock "$directory"
    done <<<"${LOCKS:-}"
}
