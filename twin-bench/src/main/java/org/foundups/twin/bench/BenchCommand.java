package org.foundups.twin.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All benchmarks.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures speed; model and search beside an alternative in the same run.",
        subcommands = {FlowBench.class, ModelBench.class, SearchBench.class, StartBench.class})
public final class BenchCommand {
    private BenchCommand() {}

    /// Runs one of them.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
