# The service in the background: up, stop, restart, logs. Sourced by ./twin.
# shellcheck shell=bash

READY_LIMIT="${TWIN_READY_LIMIT:-300}"
ANNOUNCED_KB=4000000
LATER_KB=300000

read_environment() {
    TWIN_HOME="${TWIN_HOME:-${HOME:?HOME is not set; set TWIN_HOME}/.twin}"
    TWIN_CACHE="${TWIN_CACHE:-${HOME:-$TWIN_HOME}/.cache/twin}"
    TWIN_HOME="$(absolute "$TWIN_HOME")"
    TWIN_CACHE="$(absolute "$TWIN_CACHE")"
    TWIN_CONFIG="$(absolute "${TWIN_CONFIG:-$ROOT/config}")"
    TWIN_PORT="${TWIN_PORT:-$(port_of_running)}"
    TWIN_PORT="${TWIN_PORT:-8012}"
    export TWIN_HOME TWIN_CACHE TWIN_CONFIG TWIN_PORT
    LOG="$TWIN_HOME/logs/twin.log"
    PID_FILE="$TWIN_HOME/twin.pid"
}

# Absolute, and without links where it exists, so that every process names a directory the same way.
absolute() {
    local path="$1"
    case "$path" in
        /*) ;;
        *) path="$PWD/$path" ;;
    esac
    if [ -d "$path" ]; then
        (cd "$path" && pwd -P)
    else
        printf '%s/%s' "$(absolute "$(dirname "$path")")" "$(basename "$path")"
    fi
}

# A twin started with --port is found again without it.
port_of_running() {
    if [ -n "$(running)" ]; then sed -n 3p "$TWIN_HOME/twin.pid"; fi
}

# Prints the process id of this data directory's service, if it runs.
running() {
    local pid
    [ -r "$TWIN_HOME/twin.pid" ] || return 0
    pid="$(sed -n 1p "$TWIN_HOME/twin.pid" | tr -dc 0-9)"
    if [ -z "$pid" ] || ! alive "$pid"; then return 0; fi
    # A number that was given to another program since is not ours.
    [ "$(start_of "$pid")" = "$(sed -n 2p "$TWIN_HOME/twin.pid")" ] || return 0
    if belongs_to "$pid" "$TWIN_HOME"; then printf '%s' "$pid"; fi
}

command_up() {
    local pid foreground='' began=$SECONDS
    TWIN_NO_SAMPLE=''
    while [ $# -gt 0 ]; do
        case "$1" in
            --foreground) foreground=yes ;;
            --no-sample) TWIN_NO_SAMPLE=yes ;;
            --port) [ $# -gt 1 ] || fail 2 '--port needs a number.'; TWIN_PORT="$2"; shift ;;
            --port=*) TWIN_PORT="${1#--port=}" ;;
            -h | --help) command_help; return ;;
            *) fail 2 "up does not know $1." 'up [--foreground] [--no-sample] [--port N]' ;;
        esac
        shift
    done
    check_port_number
    export TWIN_PORT
    make_home
    lock "$TWIN_HOME/up.lock" 'another ./twin up of this data directory'
    pid="$(running)"
    if [ -n "$pid" ]; then
        already_up "$pid" "$began"
        return
    fi
    find_jdk
    check_space
    check_port
    build_if_needed
    fetch
    end_leftovers quietly
    start "$foreground"
}

check_port_number() {
    case "$TWIN_PORT" in
        '' | *[!0-9]* | ??????*) fail 2 "The port is a number from 1 to 65535, not \"$TWIN_PORT\"." ;;
    esac
    if [ "$TWIN_PORT" -lt 1 ] || [ "$TWIN_PORT" -gt 65535 ]; then
        fail 2 "The port is a number from 1 to 65535, not $TWIN_PORT."
    fi
}

make_home() {
    local directory
    for directory in "$TWIN_HOME" "$TWIN_HOME/logs" "$TWIN_CACHE"; do
        mkdir -p "$directory" 2>/dev/null || fail 1 "The directory $directory cannot be made." \
            'Set TWIN_HOME and TWIN_CACHE to places you may write to.'
    done
    chmod 700 "$TWIN_HOME" || fail 1 "The data directory $TWIN_HOME is not yours." 'Set TWIN_HOME to one that is.'
    TWIN_HOME="$(absolute "$TWIN_HOME")"
}

already_up() {
    local port
    port="$(sed -n 3p "$PID_FILE")"
    if [ "$port" != "$TWIN_PORT" ]; then
        say "The twin of $TWIN_HOME already runs, on port $port (process $1)."
        fail 1 "To move it to $TWIN_PORT:  ./twin stop && ./twin up --port $TWIN_PORT"
    fi
    wait_until_ready "$1" "$2"
    done_line "The twin is already up: http://127.0.0.1:$port  ${DIM}(process $1)$PLAIN"
}

# The first start brings a model of 1.1 GB, its parts, libraries and a database.
check_space() {
    local needed=$LATER_KB directory free
    if [ -z "${TWIN_LLM_URL:-}" ] && ! ls "$TWIN_CACHE"/models/*.gguf >/dev/null 2>&1; then needed=$ANNOUNCED_KB; fi
    for directory in "$TWIN_HOME" "$TWIN_CACHE"; do
        free="$(df -Pk "$directory" 2>/dev/null | awk 'NR == 2 { print $4 }')"
        case "$free" in
            '' | *[!0-9]*) continue ;;
        esac
        if [ "$free" -lt $needed ]; then
            fail 1 "Too little room: $directory has $((free / 1000)) MB left, $((needed / 1000)) MB are needed." \
                'Make room, or set TWIN_HOME and TWIN_CACHE to another disk.'
        fi
    done
}

check_port() {
    local pid home
    port_taken "$TWIN_PORT" || return 0
    pid="$(holder_of "$TWIN_PORT")"
    home="$(home_of_process "$pid")"
    if [ -n "$home" ]; then
        fail 1 "Port $TWIN_PORT is taken by another twin (process $pid, data directory $home)." \
            "Choose another port:  ./twin up --port $((TWIN_PORT + 1))" \
            "or stop that one:     TWIN_HOME=$(printf '%q' "$home") ./twin stop"
    fi
    fail 1 "Port $TWIN_PORT is taken${pid:+ by process $pid: $(command_line "$pid" | shown | cut -c 1-100)}." \
        "Choose another port:  ./twin up --port $((TWIN_PORT + 1))"
}

# The data directory on the command line of a twin; nothing for other processes.
home_of_process() {
    [ -n "$1" ] || return 0
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' '\n' <"/proc/$1/cmdline" | sed -n 's/^-Dtwin\.home=//p' | head -n 1
    else
        command_line "$1" | sed -n 's/.* -Dtwin\.home=\(.*\) -Dtwin\.config=.*/\1/p'
    fi
}

fetch() {
    [ -z "${TWIN_LLM_URL:-}" ] || return 0
    application fetch || fail 1 'What the twin needs could not be fetched.' \
        'What has come so far is kept; ./twin up goes on from there.' \
        'A model server of your own does as well: set TWIN_LLM_URL.'
}

# The command of the service, in the array SERVICE.
service_command() {
    SERVICE=("$JDK/bin/java" "-Dtwin.home=$TWIN_HOME" "-Dtwin.config=$TWIN_CONFIG"
        --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector --sun-misc-unsafe-memory-access=allow
        "-Xmx${TWIN_MEMORY:-1g}" -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Djava.awt.headless=true
        -cp "$LIB/*" org.foundups.twin.api.TwinApplication)
    if [ -n "${TWIN_NO_SAMPLE:-}" ]; then SERVICE+=(--twin.sample=false); fi
}

start() {
    local pid foreground="$1" began=$SECONDS
    service_command
    if [ -n "$foreground" ]; then
        remember $$
        unlock "$TWIN_HOME/up.lock"
        (announce_beside $$ "$began") &
        cd "$TWIN_HOME" || exit 1
        exec "${SERVICE[@]}"
    fi
    keep_old_log
    (
        cd "$TWIN_HOME" || exit 1
        if command -v setsid >/dev/null 2>&1; then exec setsid nohup "${SERVICE[@]}"; else exec nohup "${SERVICE[@]}"; fi
    ) </dev/null >>"$LOG" 2>&1 &
    pid=$!
    remember "$pid"
    trap 'end_moving; say "It goes on starting in the background. ./twin status asks how it is, ./twin stop ends it."; exit 130' INT
    announce_when_ready "$pid" "$began"
    trap - INT
}

# Process id, start time, port: one a line.
remember() {
    printf '%s\n%s\n%s\n' "$1" "$(start_of "$1")" "$TWIN_PORT" >"$PID_FILE.new"
    mv "$PID_FILE.new" "$PID_FILE"
}

keep_old_log() {
    touch "$LOG"
    if [ "$(wc -c <"$LOG")" -gt 50000000 ]; then mv "$LOG" "$LOG.1" && touch "$LOG"; fi
    LOG_BEGINS="$(wc -c <"$LOG" | tr -d ' ')"
    printf -- '--- started %s\n' "$(date '+%Y-%m-%dT%H:%M:%S%z')" >>"$LOG"
}

announce_when_ready() {
    wait_until_ready "$1" "$2"
    print_ready "$((SECONDS - $2))"
}

# In the foreground the service itself tells how it goes; only the end of the start is worth a word.
announce_beside() {
    until ready; do
        alive "$1" || return 0
        sleep 0.5
    done
    print_ready "$((SECONDS - $2))"
}

# Returns when the service answers; ends the launcher with the reason when it died.
wait_until_ready() {
    local pid="$1" began="$2" limit=$((SECONDS + READY_LIMIT))
    until ready; do
        if ! alive "$pid"; then died; fi
        if [ $SECONDS -ge $limit ]; then
            fail 1 "The twin is still not ready after $(duration "$READY_LIMIT")." \
                "It goes on trying. Its log: ./twin logs   ($LOG)"
        fi
        moving 'Starting the twin' "$(duration $((SECONDS - began)))"
        sleep 0.2
    done
    end_moving
}

ready() {
    case "$(health readiness)" in
        'HTTP/1.1 200'*) return 0 ;;
        *) return 1 ;;
    esac
}

# Asks the service without starting a JVM. Prints status line, headers and body.
health() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$TWIN_PORT" || exit 0
        printf 'GET /actuator/health%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "${1:+/$1}" >&3
        while IFS= read -r -t 5 line <&3 || [ -n "$line" ]; do printf '%s\n' "${line%$'\r'}"; done
    ) 2>/dev/null || true
}

# The log of this start, in plain words where the reason is a known one.
died() {
    local log reason
    rm -f "$PID_FILE"
    end_leftovers quietly
    log="$(tail -c "+$((${LOG_BEGINS:-0} + 1))" "$LOG" 2>/dev/null | tail -n 400 || true)"
    case "$log" in
        *'already in use'*) reason="Port $TWIN_PORT was taken in the meantime." ;;
        *'No space left on device'*) reason='The disk is full.' ;;
        *OutOfMemoryError*) reason='Its memory did not suffice. Give it more: TWIN_MEMORY=2g ./twin up' ;;
        *'PostgreSQL does not start'*) reason="The database does not start; its own words are in $TWIN_HOME/postgres/postgres.log." ;;
        *'password authentication failed'*) reason='The database refuses the user or the password. Look at TWIN_DB_URL, TWIN_DB_USER and TWIN_DB_PASSWORD.' ;;
        *'Connection to '*refused*) reason='The database does not answer. Look at TWIN_DB_URL.' ;;
        *'Could not find or load main class'*) reason='The application is not complete. ./twin build makes it anew.' ;;
        *) reason='' ;;
    esac
    say "$RED✗ The twin ended while it was starting.$PLAIN ${reason:+$BOLD$reason$PLAIN}"
    { printf '%s\n' "$log" | grep -E 'ERROR|Caused by:|Exception|Description:|Reason:|^Error' |
        grep -vE '^[[:space:]]+(at |\.\.\. )' || printf '%s\n' "$log"; } |
        tail -n 5 | shown | sed 's/^/    /' >&2
    fail 1 "The whole log: $LOG"
}

print_ready() {
    local poor
    done_line "${BOLD}The twin is up.$PLAIN ${DIM}Ready in $(duration "$1").$PLAIN"
    poor="$(health | grep -oE '"[A-Za-z]+":\{("details":\{[^}]*\},)?"status":"[A-Z_]+"' | grep -vE '"status":"(UP|UNKNOWN)"' |
        sed 's/^"\([A-Za-z]*\)".*"status":"\([A-Z_]*\)"/\1 is \2/' | tr '\n' ',' | sed 's/,$//; s/,/, /g')" || true
    if [ -n "$poor" ]; then say "  Not everything is well: $poor. See ./twin status."; fi
    say "  Address     http://127.0.0.1:$TWIN_PORT"
    say "  Calls       http://127.0.0.1:$TWIN_PORT/docs"
    say "  Key         $TWIN_HOME/admin.key  ${DIM}(the command line uses it by itself)$PLAIN"
    say "  Try         ${BOLD}./twin consider \"What was the first thing you ever planted?\"$PLAIN"
    say "  End it      ./twin stop"
}

# shellcheck disable=SC2120 # ./twin passes arguments
command_stop() {
    local pid
    case "${1:-}" in
        -h | --help) command_help; return ;;
    esac
    [ $# -eq 0 ] || fail 2 'stop takes no arguments.'
    pid="$(running)"
    if [ -z "$pid" ] && [ -z "$(processes_of "$TWIN_HOME")" ] && [ -z "$(database_of "$TWIN_HOME")" ]; then
        rm -f "$PID_FILE"
        done_line "The twin of $TWIN_HOME is not running."
        return
    fi
    if [ -n "$pid" ]; then end_process "$pid" 'the service' TERM 30; fi
    end_leftovers
    rm -f "$PID_FILE"
    done_line 'Stopped. Nothing of it is left running.'
}

# end_process PID WHAT SIGNAL SECONDS: asks, waits, insists.
end_process() {
    local left=$(($4 * 5))
    kill "-$3" "$1" 2>/dev/null || true
    while [ $left -gt 0 ] && alive "$1"; do
        [ $((left % 5)) -ne 0 ] || moving "Stopping $2" "process $1"
        sleep 0.2
        left=$((left - 1))
    done
    if alive "$1"; then
        say "$2 (process $1) does not end by itself and is killed."
        kill -KILL "$1" 2>/dev/null || true
        ends_within 5 "$1" || fail 1 "$2 (process $1) cannot be ended."
    fi
}

# What a service that was killed could not take with it.
end_leftovers() {
    local pid
    for pid in $(processes_of "$TWIN_HOME"); do
        [ -n "${1:-}" ] || say "  ending a process that was left over ($pid)"
        end_process "$pid" 'a left-over process' TERM 5
    done
    pid="$(database_of "$TWIN_HOME")"
    if [ -n "$pid" ]; then
        [ -n "${1:-}" ] || say "  ending the database that was left over ($pid)"
        # Fast shutdown: it ends its sessions and writes everything down.
        end_process "$pid" 'the database' INT 15
    fi
}

command_restart() {
    case "${1:-}" in
        -h | --help) command_help; return ;;
    esac
    # shellcheck disable=SC2119 # what follows restart is meant for up
    command_stop
    command_up "$@"
}

command_logs() {
    [ -r "$LOG" ] || fail 1 "There is no log yet: $LOG"
    case "$*" in
        '') exec tail -n 100 "$LOG" ;;
        -f) exec tail -n 100 -f "$LOG" ;;
        *) fail 2 'logs knows only -f.' ;;
    esac
}

# The application's command line, in this process's place. It is as old as the last `up` or `build`:
# a rebuild would take the jars away from services that run.
run_command() {
    find_jdk
    if ! is_built; then build_if_needed; fi
    command_line_of_application
    exec "${APPLICATION[@]}" "$@"
}

# The same, coming back.
application() {
    command_line_of_application
    "${APPLICATION[@]}" "$@"
}

command_line_of_application() {
    local columns='' out='' error='' first
    if [ -t 1 ] || [ -t 2 ]; then columns="$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2)" || true; fi
    # That it is a terminal matters more than how wide it is.
    if [ -t 1 ]; then out="${columns:-80}"; fi
    if [ -t 2 ]; then error="${columns:-80}"; fi
    # The few jars it needs come first: looking through all of them would take longer than the command itself.
    first="$(printf '%s:' "$LIB"/twin-api-*.jar "$LIB"/picocli-*.jar "$LIB"/jackson-*.jar "$LIB"/twin-core-*.jar "$LIB"/twin-drafter-*.jar)"
    APPLICATION=("$JDK/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx256m
        "-Dtwin.data=$TWIN_HOME" "-Dtwin.config=$TWIN_CONFIG"
        "-Dtwin.terminal.columns=$out" "-Dtwin.terminal.error.columns=$error"
        -cp "$first$LIB/*" org.foundups.twin.cli.TwinCommand)
}
