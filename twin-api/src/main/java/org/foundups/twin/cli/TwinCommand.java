package org.foundups.twin.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.foundups.twin.core.TwinException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program behind `./twin`. Its exit status is one of [Exit].
@Command(name = "twin", description = "Asks the twin. ./twin help tells everything else.")
public final class TwinCommand extends Verbs {
    private static final int INTERRUPTED = 130;

    private TwinCommand() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.standard(System.getenv(), System.getProperties());
        System.exit(
                run(
                        terminal,
                        () -> Settings.of(System.getenv(), System.getProperties()),
                        arguments));
    }

    /// Runs one command.
    ///
    /// @return the exit status
    static int run(Terminal terminal, Supplier<Settings> settings, String... arguments) {
        try {
            var session = Session.of(settings.get(), terminal);
            return commandLine(session, arguments).execute(arguments);
        } catch (CommandFailed failed) {
            return complained(terminal, failed);
        }
    }

    /// Only the verb that is asked for is looked at: to look at all of them takes longer than most
    /// calls do.
    private static CommandLine commandLine(Session session, String... arguments) {
        var verbs = verbs(session);
        var asked = arguments.length > 0 ? verbs.get(arguments[0]) : null;
        var line = new CommandLine(new TwinCommand());
        if (asked != null) line.addSubcommand(arguments[0], asked.get());
        else verbs.forEach((name, command) -> line.addSubcommand(name, command.get()));
        var terminal = session.terminal();
        return line
                // A text that begins with @ is somebody's name and no file of arguments.
                .setExpandAtFiles(false)
                .setOut(terminal.out().writer())
                .setErr(terminal.error().writer())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                terminal.out().coloured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(terminal.out().columns(), 60, 100))
                .setParameterExceptionHandler((wrong, _) -> misused(terminal, wrong))
                .setExecutionExceptionHandler((failed, _, _) -> failed(terminal, failed));
    }

    private static Map<String, Supplier<Object>> verbs(Session session) {
        var verbs = new LinkedHashMap<String, Supplier<Object>>();
        verbs.put("consider", () -> new ConsiderCommand(session));
        verbs.put("considerations", () -> new ConsiderationsCommand(session));
        verbs.put("targets", () -> new TargetsCommand(session));
        verbs.put("import", () -> new ImportCommand(session));
        verbs.put("memory", () -> new MemoryCommand(session));
        verbs.put("routes", () -> new RoutesCommand(session));
        verbs.put("jobs", () -> new JobsCommand(session));
        verbs.put("trajectories", () -> new TrajectoriesCommand(session));
        verbs.put("keys", () -> new KeysCommand(session));
        verbs.put("status", () -> new StatusCommand(session, InstantSource.system()));
        verbs.put("model", () -> new ModelCommand(session));
        verbs.put("fetch", () -> new FetchCommand(session));
        return verbs;
    }

    private static int misused(Terminal terminal, ParameterException wrong) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        var sentence = String.valueOf(wrong.getMessage());
        var advice = new ArrayList<String>();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            if (!unmatched.isUnknownOption())
                sentence = "There is no \"" + unmatched.getUnmatched().getFirst() + "\".";
            var near = unmatched.getSuggestions();
            if (!near.isEmpty()) advice.add("Did you mean " + String.join(" or ", near) + "?");
        }
        advice.add("./" + command + " --help tells how.");
        return complained(terminal, new CommandFailed(Exit.USAGE, sentence, advice));
    }

    private static int failed(Terminal terminal, Exception failure) {
        return switch (failure) {
            case CommandFailed failed -> complained(terminal, failed);
            case TwinException failed ->
                    complained(
                            terminal,
                            CommandFailed.because(
                                    Exit.FAILED, String.valueOf(failed.getMessage())));
            case CancellationException _ -> INTERRUPTED;
            default -> {
                failure.printStackTrace(terminal.error().writer());
                yield complained(
                        terminal,
                        CommandFailed.because(
                                Exit.FAILED, "This is a mistake of the command line itself."));
            }
        };
    }

    private static int complained(Terminal terminal, CommandFailed failed) {
        if (failed.exit() == Exit.PIPE_CLOSED) return failed.exit().status();
        var page = new Page(terminal.error().columns());
        page.beside(Line.of(Ink.BAD, "✗"), 2, Ink.BAD, failed.sentence());
        for (var advice : failed.advice()) page.text(2, Ink.PLAIN, advice);
        try {
            terminal.error().print(page.lines());
        } catch (CommandFailed closed) {
            // Nobody is left to be told; the status still tells.
            return failed.exit().status();
        }
        return failed.exit().status();
    }
}
