# Finds a JDK 25 or newer and a Maven. Sourced by ./twin.
# shellcheck shell=bash

NEEDED_JAVA=25
LOOKED=''

# Prints the major version of the Java in a directory, or nothing.
java_major() {
    local home="$1" version=''
    [ -x "$home/bin/java" ] || return 0
    if [ -r "$home/release" ]; then
        version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" | head -n 1)"
    fi
    if [ -z "$version" ]; then
        version="$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)"
    fi
    printf '%s' "$version"
}

# Follows links from a program to the directory above its bin.
home_of_program() {
    local program="$1" link hops=0
    while [ -L "$program" ] && [ $hops -lt 20 ]; do
        link="$(readlink "$program")"
        case "$link" in
            /*) program="$link" ;;
            *) program="$(dirname "$program")/$link" ;;
        esac
        hops=$((hops + 1))
    done
    (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P) || true
}

# One directory a line, the likeliest first.
java_homes() {
    local path home
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    path="$(command -v java 2>/dev/null || true)"
    [ -z "$path" ] || home_of_program "$path"
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$NEEDED_JAVA+" 2>/dev/null || true
    fi
    for home in /usr/lib/jvm/* /usr/java/* /usr/local/openjdk-* /opt/java/* /opt/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jenv/versions/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /home/linuxbrew/.linuxbrew/opt/openjdk*; do
        if [ -d "$home" ]; then printf '%s\n' "$home"; fi
    done
}

# Sets JDK. "compiler" as argument asks for one with javac.
find_jdk() {
    local wanted="${1:-}" home major newer=''
    if [ -n "${TWIN_JAVA_HOME:-}" ]; then
        major="$(java_major "$TWIN_JAVA_HOME")"
        [ -n "$major" ] || fail 1 "TWIN_JAVA_HOME is $TWIN_JAVA_HOME, where there is no bin/java."
        [ "$major" -ge "$NEEDED_JAVA" ] || fail 1 "TWIN_JAVA_HOME is Java $major; Java $NEEDED_JAVA or newer is needed."
        usable_for "$TWIN_JAVA_HOME" "$wanted" || fail 1 "TWIN_JAVA_HOME has no javac, which building needs."
        JDK="$TWIN_JAVA_HOME"
        return
    fi
    JDK=''
    LOOKED=''
    while IFS= read -r home; do
        major="$(java_major "$home")"
        if [ -z "$major" ]; then
            LOOKED="$LOOKED$home: no java there"$'\n'
        elif [ "$major" -lt "$NEEDED_JAVA" ]; then
            LOOKED="$LOOKED$home: Java $major"$'\n'
        elif ! usable_for "$home" "$wanted"; then
            LOOKED="$LOOKED$home: Java $major without javac"$'\n'
        elif [ "$major" -eq "$NEEDED_JAVA" ]; then
            JDK="$home"
            return
        elif [ -z "$newer" ]; then
            newer="$home"
        fi
    done <<<"$(java_homes)"
    JDK="$newer"
    [ -n "$JDK" ] || no_jdk
}

usable_for() {
    [ "$2" != compiler ] || [ -x "$1/bin/javac" ]
}

no_jdk() {
    say "$RED✗ No JDK $NEEDED_JAVA or newer was found.$PLAIN"
    say '  Looked at TWIN_JAVA_HOME, JAVA_HOME, java on the PATH, and where systems and version managers put JDKs:'
    if [ -n "$LOOKED" ]; then
        printf '%s' "$LOOKED" | sort -u | sed 's/^/    /' >&2
    else
        say '    there is no Java at all'
    fi
    say '  Install one, for example:'
    case "$(uname -s)" in
        Darwin) say '    brew install openjdk@25        or   sdk install java 25-tem' ;;
        *) say '    apt install temurin-25-jdk     (repository of Eclipse Adoptium)'
            say '    sdk install java 25-tem        (https://sdkman.io)' ;;
    esac
    fail 1 'Or unpack one anywhere and set TWIN_JAVA_HOME to that directory.'
}

# shellcheck disable=SC2034 # build.sh uses MAVEN
# Sets MAVEN to the one on the PATH if it is new enough, else to the wrapper.
find_maven() {
    local version
    MAVEN="$ROOT/mvnw"
    command -v mvn >/dev/null 2>&1 || return 0
    version="$(cd / && JAVA_HOME="$JDK" mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
    if [ -n "$version" ] && at_least "$version" 3.8.7; then MAVEN=mvn; fi
}

# at_least 3.9.16 3.8.7: compares number by number.
at_least() {
    local IFS=. have need i
    # shellcheck disable=SC2206 # splitting at the dots is what is wanted
    have=($1) need=($2)
    for i in 0 1 2; do
        if [ "${have[$i]:-0}" -gt "${need[$i]:-0}" ]; then return 0; fi
        if [ "${have[$i]:-0}" -lt "${need[$i]:-0}" ]; then return 1; fi
    done
}
