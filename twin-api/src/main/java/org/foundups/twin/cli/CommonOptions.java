package org.foundups.twin.cli;

import picocli.CommandLine.Option;

/// What every command understands.
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and do nothing.")
    boolean help;

    @Option(names = "--json", description = "The answer as it came, for programs.")
    boolean json;
}
