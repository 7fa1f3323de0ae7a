# Help and version. Sourced by ./twin.
# shellcheck shell=bash

print_version() {
    local version
    version="$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$ROOT/pom.xml" | head -n 1)"
    printf 'twin %s\n' "$version"
}

command_build() {
    find_jdk compiler
    build_if_needed
    done_line "The application is in $LIB"
}

command_help() {
    if [ $# -gt 0 ]; then run_command "$@" --help; fi
    if [ ! -t 1 ]; then local BOLD='' PLAIN=''; fi
    cat <<TEXT
${BOLD}twin$PLAIN: a digital twin that answers in its creator's voice

${BOLD}The service$PLAIN
  up [--foreground] [--no-sample] [--port N]
                      builds if needed, fetches the model, starts, and says what to do next
  stop                ends the service, its engine and its database
  restart [...]       stop, then up
  logs [-f]           what the service writes
  status              how it is: models, memory, database, jobs
  build               builds only
  test [--fast]       everything that must hold; --fast leaves out the real model and the packaged application
  bench WHAT          speed: flow, model, search, start; model and search beside an alternative

${BOLD}Using it$PLAIN   (each with --help; --json for programs)
  consider TEXT       what would the twin do about this comment, and why
  considerations show ID
  targets put TEXT    remember a comment without considering it
  import FILE|DIR|ZIP past comments, posts and videos into memory
  routes report|list|set
  memory search|stats|rebuild|delete
  jobs list|show|pause|resume|cancel
  trajectories drafts|decisions|actions|events
  keys create|list|revoke
  model list|pull|add|use|path
  fetch               what up fetches, without starting

${BOLD}Environment$PLAIN
  TWIN_HOME           data directory; everything the twin writes lies below it   (~/.twin)
  TWIN_CACHE          models and native libraries, shared between data directories   (~/.cache/twin)
  TWIN_PORT           port on 127.0.0.1   (8012)
  TWIN_DB_URL         a PostgreSQL of yours instead of the embedded one; TWIN_DB_USER, TWIN_DB_PASSWORD
  TWIN_LLM_URL        a model server of yours (LM Studio, Ollama, vLLM, llama-server); nothing is fetched then
  TWIN_LLM_MODEL      the model to ask there for; TWIN_LLM_KEY: its key
  TWIN_MODEL          which model of the catalogue the embedded engine uses; see model list
  TWIN_CONFIG         persona, style and policy files   (config/ of this checkout)
  TWIN_MEMORY         memory of the service's JVM   (1g)
  TWIN_JAVA_HOME      the JDK to use, 25 or newer; found by itself otherwise
  TWIN_URL, TWIN_KEY  the service and the key that commands use   (this machine's; \$TWIN_HOME/admin.key)
  NO_COLOR            no colours

${BOLD}Exit status$PLAIN   0 done · 1 refused or failed · 2 wrong usage · 3 the twin cannot be reached · 4 not authorised
              5 try again later
TEXT
}
