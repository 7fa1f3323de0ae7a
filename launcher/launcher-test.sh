#!/usr/bin/env bash
# Tests of the launcher's parts: no network, no build, a few seconds. Each check names the rule it holds.
# shellcheck disable=SC2034 # what is set here is read by the parts
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
base="$(cd "$(mktemp -d "${TMPDIR:-/tmp}/twin launcher.XXXXXX")" && pwd -P)"
children=''
checks=0
failures=0

finish() {
    local child
    for child in $children; do kill -KILL "$child" 2>/dev/null || true; done
    rm -rf "$base"
}
trap finish EXIT

# is RULE EXPECTED ACTUAL
is() {
    checks=$((checks + 1))
    if [ "$2" = "$3" ]; then return; fi
    failures=$((failures + 1))
    printf '✗ %s\n    expected: %s\n    but was:  %s\n' "$1" "$2" "$3"
}

# says RULE PART TEXT
says() {
    case "$3" in
        *"$2"*) is "$1" yes yes ;;
        *) is "$1" "something with: $2" "$3" ;;
    esac
}

# ends RULE STATUS COMMAND...: runs it in a subshell; what it says is then in $said.
ends() {
    local rule="$1" expected="$2" status=0
    shift 2
    # Not to the left of ||, which would switch errexit off in it.
    set +e
    said="$(set -e; "$@" 2>&1)"
    status=$?
    set -e
    is "$rule" "$expected" "$status"
}

# holds_true RULE COMMAND..., holds_not RULE COMMAND...
holds_true() {
    local rule="$1"
    shift
    if "$@"; then is "$rule" yes yes; else is "$rule" yes no; fi
}

holds_not() {
    local rule="$1"
    shift
    if "$@"; then is "$rule" no yes; else is "$rule" no no; fi
}

# A checkout of its own, with a space in its path.
ROOT="$base/a checkout"
mkdir -p "$ROOT/launcher" "$ROOT/target" "$base/elsewhere"
cp "$here"/*.sh "$ROOT/launcher/"
cp "$here/../twin" "$ROOT/twin"
printf '<project><version>1.2.3</version></project>\n' >"$ROOT/pom.xml"
HOME="$base/a home"
mkdir -p "$HOME"
unset TWIN_HOME TWIN_CACHE TWIN_CONFIG TWIN_PORT TWIN_URL TWIN_KEY TWIN_LLM_URL TWIN_MEMORY TWIN_JAVA_HOME JAVA_HOME
real_jdk="${JDK:-}"
for part in say jdk processes build service test words; do
    # shellcheck disable=SC1090
    . "$ROOT/launcher/$part.sh"
done

words_test() {
    is 'durations below a minute are seconds' '59 s' "$(duration 59)"
    is 'durations above are minutes and seconds' '2 min 5 s' "$(duration 125)"
    is 'control characters of a log are not shown' 'a[2Jb' "$(printf 'a\033[2J\007b' | shown)"
    is 'text outside ASCII of a log is shown' 'größer 東京' "$(printf 'größer 東京' | shown)"
    ends 'fail ends with its status' 4 fail 4 'No.' 'Do that.'
    is 'fail says what and what next' $'✗ No.\n  Do that.' "$said"
    is 'the version comes from the POM' 'twin 1.2.3' "$(print_version)"
    is 'the module Maven is at is found' '[3/11] twin-rag' "$(printf '[INFO] Building twin-core 0.1   [1/11]\n[INFO] Building twin-rag 0.1.0-SNAPSHOT        [3/11]\n' >"$base/log" && module_at "$base/log")"
    printf '%s\n' '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A' \
        '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1' '[WARNING] Tests run: 10, Failures: 0, Errors: 0, Skipped: 0' >"$base/log"
    is 'tests are counted once' '12 tests in 2 modules (1 skipped)' "$(TEST_LOG="$base/log" && counted)"
}

versions_test() {
    holds_true 'equal versions suffice' at_least 3.8.7 3.8.7
    holds_true 'numbers are compared as numbers' at_least 3.10 3.9.16
    holds_true 'a missing number is nought' at_least 4 3.8.7
    holds_not 'older versions do not suffice' at_least 3.8.6 3.8.7
    holds_not 'a missing number is less' at_least 3.8 3.8.7
}

paths_test() {
    is 'relative paths become absolute' "$base/elsewhere/new dir/x" "$(cd "$base/elsewhere" && absolute 'new dir/x')"
    ln -s "$base/elsewhere" "$base/a link"
    is 'links are followed' "$base/elsewhere" "$(absolute "$base/a link")"
    is 'links above what is not there yet are followed' "$base/elsewhere/x" "$(absolute "$base/a link/x")"
    is 'dots are taken out' "$base" "$(absolute "$base/elsewhere/..")"
    is 'the root is the root' '/' "$(absolute /)"
    ln -s "$ROOT/twin" "$base/elsewhere/linked twin"
    is 'the launcher finds its parts through a link' 'twin 1.2.3' "$("$base/elsewhere/linked twin" --version)"
    ends 'help needs no JDK' 0 env PATH=/usr/bin:/bin "$ROOT/twin" help
    says 'help names every exit status' '5 try again later' "$(printf '%s' "$said" | tr -s ' \n' ' ')"
}

# fake_jdk DIRECTORY VERSION [jre]
fake_jdk() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
    printf '#!/bin/sh\necho "openjdk version \\"%s\\" 2026-01-01" >&2\n' "$2" >"$1/bin/java"
    chmod +x "$1/bin/java"
    if [ "${3:-}" != jre ]; then cp "$1/bin/java" "$1/bin/javac"; fi
}

jdk_test() {
    local jdks="$base/my jdks"
    fake_jdk "$jdks/17" 17.0.9
    fake_jdk "$jdks/25" 25.0.3
    fake_jdk "$jdks/25 jre" 25.0.1 jre
    fake_jdk "$jdks/26" 26-ea
    is 'the release file tells the version' 25 "$(java_major "$jdks/25")"
    is 'early versions have a number, too' 26 "$(java_major "$jdks/26")"
    rm "$jdks/26/release"
    is 'without it, java itself tells' 26 "$(java_major "$jdks/26")"
    is 'a directory without java has no version' '' "$(java_major "$jdks")"

    is 'JAVA_HOME is looked at first' "$jdks/17" "$(JAVA_HOME="$jdks/17" && java_homes | head -n 1)"
    mkdir -p "$base/path"
    ln -sf "$jdks/26/bin/java" "$base/path/java"
    is 'java on the PATH is followed to its home' "$jdks/26" "$(PATH="$base/path:$PATH" && java_homes | head -n 1)"
    mkdir -p "$HOME/.sdkman/candidates/java/25-tem"
    says 'JDKs of version managers are found' "$HOME/.sdkman/candidates/java/25-tem" "$(java_homes)"

    is 'the version that is needed is preferred to newer ones' "$jdks/25" "$(chosen '' "$jdks/17" "$jdks/26" "$jdks/25")"
    is 'a newer one will do' "$jdks/26" "$(chosen '' "$jdks/17" "$jdks/26")"
    is 'running needs no compiler' "$jdks/25 jre" "$(chosen '' "$jdks/25 jre" "$jdks/25")"
    is 'building needs one' "$jdks/25" "$(chosen compiler "$jdks/25 jre" "$jdks/25")"
    ends 'without one it ends' 1 chosen compiler "$jdks/17" "$jdks/25 jre" "$jdks"
    says 'what was too old is said' "$jdks/17: Java 17" "$said"
    says 'what lacks the compiler is said' "$jdks/25 jre: Java 25 without javac" "$said"
    says 'how to get one is said' 'TWIN_JAVA_HOME' "$said"
    is 'TWIN_JAVA_HOME is taken' "$jdks/26" "$(TWIN_JAVA_HOME="$jdks/26" && chosen '' "$jdks/25")"
    ends 'TWIN_JAVA_HOME is not passed over in silence' 1 env TWIN_JAVA_HOME="$jdks/17" "$ROOT/twin" status
    says 'and why is said' 'TWIN_JAVA_HOME is Java 17' "$said"
}

# chosen WANTED HOME...: which of these find_jdk takes.
chosen() {
    local wanted="$1"
    shift
    LIST="$(printf '%s\n' "$@")"
    # shellcheck disable=SC2329 # find_jdk calls it
    java_homes() { printf '%s\n' "$LIST"; }
    find_jdk "$wanted"
    printf '%s' "$JDK"
}

build_test() {
    mkdir -p "$ROOT/twin-a/src/main/java" "$ROOT/twin-bench/src/main" "$LIB"
    printf 'class A {}\n' >"$ROOT/twin-a/src/main/java/A File.java"
    holds_not 'what was never built is not up to date' up_to_date
    touch "$LIB/twin-api-1.jar"
    built
    holds_true 'what was built last is up to date' up_to_date
    touch "$ROOT/twin-bench/src/main/B.java" "$ROOT/README.md"
    holds_true 'what is not packed in does not matter' up_to_date
    touch -d '+1 minute' "$ROOT/twin-a/src/main/java/A File.java" 2>/dev/null ||
        touch -t 203801010000 "$ROOT/twin-a/src/main/java/A File.java"
    holds_not 'a changed source does' up_to_date
    touch -t 202001010000 "$ROOT/twin-a/src/main/java/A File.java"
    built
    mv "$ROOT/twin-a/src/main/java/A File.java" "$ROOT/twin-a/src/main/java/B File.java"
    holds_not 'a source that went away does' up_to_date
    built
    rm "$LIB/twin-api-1.jar"
    holds_not 'without its jar nothing is up to date' up_to_date
}

built() {
    sources | cksum >"$STAMP"
}

# Runs a program that looks like a twin's service of a data directory. Sets pid.
pretend_service() {
    ln -sf "$(command -v bash)" "$base/java"
    "$base/java" -c 'while :; do sleep 0.2; done' java "-Dtwin.home=$1" "-Dtwin.config=$ROOT/config" -cp x Main &
    pid=$!
    disown "$pid"
    children="$children $pid"
}

processes_test() {
    local pid other sleeper
    TWIN_HOME="$base/twin one"
    mkdir -p "$TWIN_HOME" "$base/twin one more"
    pretend_service "$TWIN_HOME"
    holds_true 'a running process is alive' alive "$pid"
    until belongs_to "$pid" "$TWIN_HOME"; do sleep 0.05; done
    holds_not 'a longer name is another data directory' belongs_to "$pid" "$base/twin one more"
    holds_not 'a shorter name is another data directory' belongs_to "$pid" "$base/twin"
    is 'the processes of a data directory are found' "$pid" "$(processes_of "$TWIN_HOME")"
    is 'another data directory has none' '' "$(processes_of "$base/twin one more")"
    is 'the data directory of a process is found' "$TWIN_HOME" "$(home_of_process "$pid")"
    is 'the data directory of no process is none' '' "$(home_of_process '')"
    bash -c 'while :; do sleep 0.2; done' bash "-Dtwin.home=$TWIN_HOME" &
    other=$!
    disown "$other"
    children="$children $other"
    is 'who only speaks of the directory is not taken for its service' "$pid" "$(processes_of "$TWIN_HOME")"

    PID_FILE="$TWIN_HOME/twin.pid"
    TWIN_PORT=9123
    is 'without a pid file nothing runs' '' "$(running)"
    remember "$pid"
    is 'the running service is found' "$pid" "$(running)"
    is 'and its port' 9123 "$(port_of_running)"
    printf '%s\n%s\n%s\n' "$pid" 'another start' 9123 >"$PID_FILE"
    is 'a number that went to another process is not ours' '' "$(running)"
    printf 'garbage\n' >"$PID_FILE"
    is 'garbage in the pid file is nothing' '' "$(running)"
    remember "$pid"
    end_process "$pid" 'it' TERM 5
    holds_not 'an ended process is gone' alive "$pid"
    is 'and no longer found' '' "$(running)"
    kill -KILL "$other"

    "$base/java" -c 'trap "" TERM; while :; do sleep 0.2; done' java &
    sleeper=$!
    disown "$sleeper"
    children="$children $sleeper"
    sleep 0.2
    ends 'who does not end is killed' 0 end_process "$sleeper" 'it' TERM 1
    says 'and that is said' 'does not end by itself and is killed' "$said"
    holds_not 'and gone then' alive "$sleeper"
}

locks_test() {
    local directory="$base/locks/a lock" dead
    (lock "$directory" 'a test')
    holds_not 'a lock ends with its holder' test -e "$directory"
    (
        lock "$directory" 'a test'
        unlock "$directory"
        mkdir "$directory"
        printf '1\nearlier\n' >"$directory/owner"
    )
    holds_true 'a lock given back is not taken from the next holder' test -e "$directory"
    holds_not 'a number that went to another process holds nothing' holds "$directory" 1
    ends 'a lock whose holder is gone is taken' 0 lock "$directory" 'a test'

    (sleep 1; exec sleep 60) &
    dead=$!
    disown "$dead"
    children="$children $dead"
    mkdir -p "$directory"
    printf '%s\n%s\n' "$dead" "$(start_of "$dead")" >"$directory/owner"
    (sleep 0.5; kill -KILL "$dead") &
    ends 'a lock of a living process is waited for' 0 lock "$directory" 'a test'
    says 'and that is said' 'Waiting for a test' "$said"
}

ports_test() {
    local port server
    ends 'a port is a number' 2 env TWIN_PORT=eighty "$ROOT/twin" up
    ends 'a port is not too big' 2 "$ROOT/twin" up --port 65536
    ends 'a port is not nought' 2 "$ROOT/twin" up --port=0
    ends 'up knows its options' 2 "$ROOT/twin" up --sideways
    says 'and says them' '--foreground' "$said"
    port="$(free_port)"
    TWIN_PORT="$port"
    holds_not 'a free port is free' port_taken "$port"
    holds_not 'nobody is ready there' ready
    check_port
    if [ ! -x "$real_jdk/bin/jwebserver" ]; then
        printf 'Not tested without a JDK: taken ports and readiness.\n'
        return
    fi
    mkdir -p "$base/served/actuator/health"
    printf '{"status":"UP"}' >"$base/served/actuator/health/readiness"
    "$real_jdk/bin/jwebserver" -b 127.0.0.1 -p "$port" -d "$base/served" >/dev/null 2>&1 &
    server=$!
    disown "$server"
    children="$children $server"
    until port_taken "$port"; do sleep 0.1; done
    holds_true 'who answers 200 is ready' ready
    says 'the answer is read whole' '{"status":"UP"}' "$(health readiness)"
    rm "$base/served/actuator/health/readiness"
    holds_not 'who answers otherwise is not' ready
    is 'the holder of a port is found' "$server" "$(holder_of "$port")"
    if [ -d /proc/self ]; then is 'also without lsof and ss' "$server" "$(holder_in_proc "$port")"; fi
    ends 'a taken port ends the start' 1 check_port
    says 'who has it is said' "by process $server" "$said"
    says 'what to do is said' "./twin up --port $((port + 1))" "$said"
    kill -KILL "$server"
}

commands_test() {
    local all
    TWIN_HOME="$base/twin one"
    TWIN_CONFIG="$base/my config"
    JDK="$base/my jdks/25"
    TWIN_NO_SAMPLE=''
    service_command
    all="$(printf '[%s]' "${SERVICE[@]}")"
    says 'spaces in paths stay within their argument' "[-Dtwin.home=$TWIN_HOME][-Dtwin.config=$TWIN_CONFIG]" "$all"
    says 'the class path is one argument' "[$LIB/*][org.foundups.twin.api.TwinApplication]" "$all"
    TWIN_NO_SAMPLE=yes
    service_command
    is 'no sample is said to the service' '--twin.sample=false' "${SERVICE[${#SERVICE[@]} - 1]}"
    command_line_of_application
    all="$(printf '[%s]' "${APPLICATION[@]}")"
    says 'commands are not counted as the service' "[-Dtwin.data=$TWIN_HOME]" "$all"
    is 'they run in the main class of the command line' org.foundups.twin.cli.TwinCommand "${APPLICATION[${#APPLICATION[@]} - 1]}"
    says 'no terminal is said to be none' '[-Dtwin.terminal.columns=]' "$(command_line_of_application && printf '[%s]' "${APPLICATION[@]}")"

    unset TWIN_HOME TWIN_CACHE TWIN_CONFIG TWIN_PORT
    read_environment
    is 'the data directory is below the home directory' "$HOME/.twin" "$TWIN_HOME"
    is 'the configuration is that of the checkout' "$ROOT/config" "$TWIN_CONFIG"
    is 'the port is the usual one' 8012 "$TWIN_PORT"
    ends 'stop of what does not run is no failure' 0 env TWIN_HOME="$base/nothing here" "$ROOT/twin" stop
    says 'and says so' 'is not running' "$said"
    ends 'logs of what never ran are missing' 1 env TWIN_HOME="$base/nothing here" "$ROOT/twin" logs
    mkdir -p "$TWIN_HOME/logs"
    printf 'old\njava.net.BindException: Address already in use\n' >"$LOG"
    LOG_BEGINS=0
    ends 'a start that fails ends with one' 1 died
    says 'and with the reason in plain words' 'was taken in the meantime' "$said"
    LOG_BEGINS="$(wc -c <"$LOG" | tr -d ' ')"
    ends 'the reason of an earlier start is not told again' 1 died
    holds_not 'as it is over' grep -q 'meantime' <<<"$said"
}

words_test
versions_test
paths_test
jdk_test
build_test
processes_test
locks_test
ports_test
commands_test

if [ $failures -gt 0 ]; then
    printf '%d of %d checks of the launcher failed.\n' $failures $checks
    exit 1
fi
printf '✓ The launcher holds %d rules.\n' $checks
