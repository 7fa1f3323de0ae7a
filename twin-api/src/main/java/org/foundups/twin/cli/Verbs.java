package org.foundups.twin.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A word that needs another one behind it.
abstract class Verbs implements Runnable {
    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and do nothing.")
    boolean help;

    @Override
    public final void run() {
        var command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        var known = String.join(", ", command.getSubcommands().keySet());
        throw new ParameterException(command, "Say what to do: " + known + ".");
    }
}
