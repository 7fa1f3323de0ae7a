# What a person sees: plain lines, one line that moves, and ends with a reason. Sourced by ./twin.
# shellcheck shell=bash

# shellcheck disable=SC2034 # the other parts use them
if [ -t 2 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    BOLD=$'\033[1m' DIM=$'\033[2m' RED=$'\033[31m' GREEN=$'\033[32m' PLAIN=$'\033[0m'
else
    BOLD='' DIM='' RED='' GREEN='' PLAIN=''
fi
SPINNER=(⠋ ⠙ ⠹ ⠸ ⠼ ⠴ ⠦ ⠧ ⠇ ⠏)
SPIN=0
MOVING=''

say() {
    end_moving
    printf '%s\n' "$*" >&2
}

done_line() {
    say "$GREEN✓$PLAIN $*"
}

# Ends the launcher. The first argument is the exit status, the rest are lines.
fail() {
    local status="$1"
    shift
    end_moving
    printf '%s✗ %s%s\n' "$RED" "$1" "$PLAIN" >&2
    shift
    while [ $# -gt 0 ]; do
        printf '  %s\n' "$1" >&2
        shift
    done
    exit "$status"
}

# One line that is overwritten on a terminal; elsewhere only a change of text is worth a line.
moving() {
    if [ -t 2 ]; then
        SPIN=$(((SPIN + 1) % 10))
        printf '\r\033[K%s %s %s%s%s' "${SPINNER[$SPIN]}" "$1" "$DIM" "$2" "$PLAIN" >&2
    elif [ "$1" != "$MOVING" ]; then
        printf '%s\n' "  $1" >&2
    fi
    MOVING="$1"
}

end_moving() {
    if [ -n "$MOVING" ] && [ -t 2 ]; then printf '\r\033[K' >&2; fi
    MOVING=''
}

# 75 -> 1 min 15 s
duration() {
    if [ "$1" -lt 60 ]; then
        printf '%d s' "$1"
    else
        printf '%d min %d s' $(($1 / 60)) $(($1 % 60))
    fi
}

# Text from a log may hold anything; on a terminal it is shown without control characters.
shown() {
    LC_ALL=C tr -d '\000-\010\013-\037\177' | cut -c 1-400
}
