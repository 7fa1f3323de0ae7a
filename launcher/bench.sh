# Benchmarks. Sourced by ./twin.
# shellcheck shell=bash

# They run from compiled classes: the packaged application of a running twin is left alone.
command_bench() {
    local log="$ROOT/target/bench-build.log" paths="$ROOT/target/bench-classpath.txt"
    find_jdk compiler
    find_maven
    maven 'Building' "$log" -Dmaven.test.skip=true "-Dmdep.outputFile=$paths" \
        process-classes dependency:build-classpath -pl twin-bench -am ||
        build_failed 'The benchmarks do not build.' "$log"
    export TWIN_CACHE
    cd "$ROOT" || exit 1
    exec "$JDK/bin/java" --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector \
        --sun-misc-unsafe-memory-access=allow "-Xmx${TWIN_MEMORY:-2g}" -Djava.awt.headless=true \
        -cp "$ROOT/twin-bench/target/classes:$(cat "$paths")" org.foundups.twin.bench.BenchCommand "$@"
}
