# Builds the application into twin-api/target/twin when its sources changed. Sourced by ./twin.
# shellcheck shell=bash

LIB="$ROOT/twin-api/target/twin/lib"
STAMP="$ROOT/twin-api/target/twin/built"
BUILD_LOG="$ROOT/target/build.log"

# What the packaged application is made of, one file a line.
sources() {
    (cd "$ROOT" && find . \( -name target -o -name .git -o -name .twin \) -prune -o \
        \( -path './twin-*/src/main/*' ! -path './twin-bench/*' -o -name pom.xml -o -path './.mvn/*' \) -type f -print | LC_ALL=C sort)
}

is_built() {
    ls "$LIB"/twin-api-*.jar >/dev/null 2>&1
}

# The list itself tells of files that went away, the times tell of those that changed.
up_to_date() {
    # shellcheck disable=SC2016 # the inner shell is to see these
    local newer='find "$@" -newer "$0"'
    if [ ! -f "$STAMP" ] || ! is_built; then return 1; fi
    [ "$(cat "$STAMP")" = "$(sources | cksum)" ] || return 1
    [ -z "$(cd "$ROOT" && sources | tr '\n' '\0' | xargs -0 sh -c "$newer" "$STAMP" | head -n 1)" ]
}

build_if_needed() {
    if up_to_date; then return 0; fi
    lock "$ROOT/target/build.lock" 'another build of this checkout'
    if ! up_to_date; then build; fi
    unlock "$ROOT/target/build.lock"
}

build() {
    local stamp list
    find_jdk compiler
    find_maven
    list="$(sources | cksum)"
    stamp="$ROOT/target/built.new"
    mkdir -p "$ROOT/target"
    printf '%s\n' "$list" >"$stamp"
    rm -rf "$LIB"
    maven 'Building' "$BUILD_LOG" -Dmaven.test.skip=true package -pl twin-api -am ||
        build_failed 'The build failed.' "$BUILD_LOG"
    is_built || fail 1 "The build ended without an application in $LIB." "What Maven said is in $BUILD_LOG."
    mv "$stamp" "$STAMP"
    done_line "Built in $(duration $((SECONDS - MAVEN_BEGAN)))"
}

# maven WHAT LOG ARGUMENTS...: runs Maven into a log file, showing which module it is at.
maven() {
    local what="$1" log="$2" pid status=0 module
    shift 2
    mkdir -p "$(dirname "$log")"
    MAVEN_BEGAN=$SECONDS
    (cd "$ROOT" && JAVA_HOME="$JDK" exec "$MAVEN" "$@") </dev/null >"$log" 2>&1 &
    pid=$!
    # shellcheck disable=SC2064 # the process id of now is meant
    trap "kill $pid 2>/dev/null || true; exit 130" INT TERM
    while alive "$pid"; do
        module="$(module_at "$log")"
        moving "$what ${module:-(Maven is starting)}" "$(duration $((SECONDS - MAVEN_BEGAN)))"
        sleep 0.2
    done
    wait "$pid" || status=$?
    trap - INT TERM
    end_moving
    return $status
}

# "[INFO] Building twin-core 0.1.0-SNAPSHOT   [2/11]" -> "[2/11] twin-core"
module_at() {
    sed -n 's/^.*\[INFO\].* Building \(.*[^ ]\)  *[^ ][^ ]*  *\(\[[0-9]*\/[0-9]*\]\).*$/\2 \1/p' "$1" 2>/dev/null | tail -n 1
}

# What a person needs of it: warnings count as errors, and Maven's advice on itself does not help.
reasons() {
    { grep -E '^\[ERROR\] +[^ ]|^Error:' "$1"; grep -E '^\[WARNING\] .*\.java:' "$1"; } |
        grep -vE 'Help 1|re-run Maven|Re-run Maven|For more information|After correcting|mvn <args>|COMPILATION ERROR' |
        awk '!seen[$0]++'
}

build_failed() {
    say "$RED✗ $1$PLAIN"
    { reasons "$2" || tail -n 20 "$2"; } | head -n 30 | shown | sed 's/^/    /' >&2
    fail 1 "Everything Maven said is in $2."
}
