# Everything that must hold, as continuous integration runs it. Sourced by ./twin.
# shellcheck shell=bash

TEST_LOG="$ROOT/target/test.log"
TEST_MODEL=smollm2-135m

command_test() {
    local fast='' began=$SECONDS
    while [ $# -gt 0 ]; do
        case "$1" in
            --fast) fast=yes ;;
            *) fail 2 "test does not know $1." 'test [--fast]' ;;
        esac
        shift
    done
    find_jdk compiler
    find_maven
    test_launcher
    if [ -n "$fast" ]; then
        test_modules
        done_line "${BOLD}Passed:$PLAIN $(counted), without a real model and the packaged application, in $(duration $((SECONDS - began)))"
        closing_line
        return
    fi
    build_if_needed
    fetch_for_tests
    test_modules -DexcludedGroups=
    smoke
    done_line "${BOLD}Passed:$PLAIN $(counted), real model included, and the packaged application, in $(duration $((SECONDS - began)))"
    closing_line
}

test_launcher() {
    JDK="$JDK" bash "$ROOT/launcher/launcher-test.sh" || fail 1 'The launcher does not do what it should.'
}

# The small model and the libraries, for tests that carry the tag `model`.
fetch_for_tests() {
    application fetch --natives-only || fail 1 'The native libraries for the tests cannot be fetched.'
    application model pull $TEST_MODEL || fail 1 "The model $TEST_MODEL for the tests cannot be fetched."
    TWIN_TEST_NATIVE="$(application fetch --natives-only --print-path)"
    TWIN_TEST_MODEL="$(application model path $TEST_MODEL)"
    export TWIN_TEST_NATIVE TWIN_TEST_MODEL
}

test_modules() {
    maven 'Testing' "$TEST_LOG" verify "$@" || build_failed 'Not every test passes.' "$TEST_LOG"
    done_line "$(counted) in $(duration $((SECONDS - MAVEN_BEGAN)))"
}

# The plain line that continuous integration counts by, on standard output.
closing_line() {
    awk '/Tests run:/ && !/Time elapsed/ {
            line = $0
            sub(/.*Tests run: /, "", line); run += line + 0
            sub(/.*Failures: /, "", line); failed += line + 0
            sub(/.*Errors: /, "", line); failed += line + 0
            sub(/.*Skipped: /, "", line); skipped += line + 0
        }
        END { printf "%d passed, %d failed, %d skipped\n", run - failed - skipped, failed, skipped }' "$TEST_LOG"
}

# "123 tests in 9 modules", from what each module reports at its end.
counted() {
    awk '/Tests run:/ && !/Time elapsed/ {
            line = $0
            sub(/.*Tests run: /, "", line); run += line + 0
            sub(/.*Skipped: /, "", line); skipped += line + 0
            modules++
        }
        END { printf "%d tests in %d modules", run - skipped, modules; if (skipped) printf " (%d skipped)", skipped }' "$TEST_LOG"
}

# The packaged application as a person would use it, in a directory of its own, whatever is set outside.
smoke() {
    local base home port own twin="$ROOT/twin" began=$SECONDS
    base="$(mktemp -d "${TMPDIR:-/tmp}/twin smoke.XXXXXX")"
    home="$base/a home"
    port="$(free_port)"
    own=(env -u TWIN_PORT -u TWIN_URL -u TWIN_KEY -u TWIN_DB_URL -u TWIN_LLM_URL -u TWIN_NO_SAMPLE
        TWIN_HOME="$home" TWIN_MODEL="$TEST_MODEL")
    # shellcheck disable=SC2064 # the values of now are meant
    trap "$(printf 'TWIN_HOME=%q %q stop >/dev/null 2>&1; rm -rf %q' "$home" "$twin" "$base")" EXIT
    smoke_step "starts" "${own[@]}" TWIN_PORT="$port" "$twin" up
    smoke_step "is up a second time" "${own[@]}" "$twin" up
    smoke_step "considers a comment" "${own[@]}" "$twin" consider --json 'Where did you grow up, and do you still go there?'
    expect_in "$ROOT/target/smoke.log" '"consideration_id"' 'There is no consideration in the answer.'
    expect_in "$ROOT/target/smoke.log" '"action"' 'There is no decision in the answer.'
    smoke_step "says how it is" "${own[@]}" "$twin" status
    smoke_step "stops" "${own[@]}" "$twin" stop
    smoke_step "stops when stopped" "${own[@]}" "$twin" stop
    nothing_left "$home" "$port"
    rm -rf "$base"
    trap - EXIT
    done_line "The packaged application starts, considers and stops ($(duration $((SECONDS - began))))"
}

smoke_step() {
    local what="$1"
    shift
    moving "The packaged application $what" ''
    "$@" >"$ROOT/target/smoke.log" 2>&1 || {
        say "$RED✗ The packaged application does not do this: $what$PLAIN"
        tail -n 30 "$ROOT/target/smoke.log" | shown >&2
        exit 1
    }
}

expect_in() {
    grep -q -e "$2" "$1" || {
        say "$RED✗ $3$PLAIN"
        tail -n 30 "$1" | shown >&2
        exit 1
    }
}

nothing_left() {
    [ -z "$(processes_of "$1")" ] || fail 1 "After stop these still run: $(processes_of "$1" | tr '\n' ' ')"
    [ -z "$(database_of "$1")" ] || fail 1 'After stop the database still runs.'
    if port_taken "$2"; then fail 1 "After stop somebody still listens on port $2."; fi
}

free_port() {
    local port
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        port=$((20000 + RANDOM % 20000))
        if ! port_taken $port; then
            printf '%s' $port
            return
        fi
    done
    fail 1 'No free port was found.'
}
