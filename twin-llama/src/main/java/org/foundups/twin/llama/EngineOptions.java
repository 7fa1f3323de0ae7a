package org.foundups.twin.llama;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The command line.
///
/// @param model the GGUF file
/// @param natives folder of the shared libraries
/// @param name requests ask for
/// @param sha256 of the model file in hex, as somebody checked it; null if nobody did
/// @param threads to compute with
/// @param context tokens of prompt and reply together, for each slot
/// @param slots replies written at the same time
/// @param port on 127.0.0.1; 0 for any that is free
/// @param queue how many requests may wait for a slot
/// @param adapter null for none
/// @param standalone whether no parent watches over the process
/// @param keyFile whose first line is the bearer token, with `standalone`; null for the environment
record EngineOptions(
        Path model,
        Path natives,
        String name,
        @Nullable String sha256,
        int threads,
        int context,
        int slots,
        int port,
        int queue,
        @Nullable AdapterOption adapter,
        boolean standalone,
        @Nullable Path keyFile) {
    static final String HELP =
            """
            Serves a language model over the OpenAI protocol on 127.0.0.1.

              --model FILE       the model, a GGUF file
              --native DIR       folder of llama.cpp's shared libraries, release 0.5.0
              --name NAME        what requests call the model; default: the file's name
              --sha256 HEX       hash of the file as it was checked, for the record
              --adapter FILE[:SCALE]  LoRA adapter to put on the model
              --threads N        default: one for each physical core
              --context N        tokens of prompt and reply together, default 2048
              --slots N          replies written at the same time, default 2
              --queue N          requests that may wait, default 32
              --port N           default 0: any that is free
              --standalone       run without a parent process; ends on a signal
              --key-file FILE    with --standalone: the bearer token is its first line;
                                 default: the environment variable TWIN_ENGINE_KEY

            Without --standalone the bearer token is the first line of standard input, and the
            process ends when standard input does. What happens is told on standard output, a line
            of JSON for each event: loading, ready, failed.
            """;

    private static final Set<String> VALUED =
            Set.of(
                    "--model",
                    "--native",
                    "--name",
                    "--sha256",
                    "--adapter",
                    "--threads",
                    "--context",
                    "--slots",
                    "--queue",
                    "--port",
                    "--key-file");

    /// @throws EngineFailure of code ARGUMENT naming everything that is wrong
    static EngineOptions parse(List<String> arguments) {
        var problems = new ArrayList<String>();
        var given = given(new ArrayDeque<>(arguments), problems);
        var reader = new Reader(given, problems);
        var model = reader.path("--model");
        var natives = reader.path("--native");
        var adapter = reader.adapter();
        var options =
                new EngineOptions(
                        model,
                        natives,
                        given.getOrDefault("--name", nameOf(model)),
                        given.get("--sha256"),
                        reader.number("--threads", 1, 256, PhysicalCores.count()),
                        reader.number("--context", 64, 131_072, 2048),
                        reader.number("--slots", 1, 16, 2),
                        reader.number("--port", 0, 65_535, 0),
                        reader.number("--queue", 1, 1000, 32),
                        adapter,
                        given.containsKey("--standalone"),
                        given.containsKey("--key-file") ? reader.path("--key-file") : null);
        if (options.name().isBlank()) problems.add("--name must not be empty");
        if (options.keyFile() != null && !options.standalone()) {
            problems.add("--key-file goes with --standalone only");
        }
        if (!problems.isEmpty()) {
            throw EngineFailure.argument(String.join("; ", problems) + ". --help tells more.");
        }
        return options;
    }

    private static String nameOf(Path model) {
        var file = String.valueOf(model.getFileName());
        return file.endsWith(".gguf") ? file.substring(0, file.length() - 5) : file;
    }

    private static Map<String, String> given(Deque<String> arguments, List<String> problems) {
        var given = new HashMap<String, String>();
        while (!arguments.isEmpty()) {
            var option = arguments.removeFirst();
            if (option.equals("--standalone")) {
                given.put(option, "");
            } else if (!VALUED.contains(option)) {
                problems.add(option + " is not known");
            } else if (arguments.isEmpty()) {
                problems.add(option + " needs a value");
            } else if (given.put(option, arguments.removeFirst()) != null) {
                problems.add(option + " is given twice");
            }
        }
        return given;
    }

    private record Reader(Map<String, String> given, List<String> problems) {
        private static final Path NONE = Path.of("");

        Path path(String option) {
            var text = given.getOrDefault(option, "");
            if (text.isBlank()) {
                problems.add(option + " is missing");
                return NONE;
            }
            try {
                return Path.of(text);
            } catch (IllegalArgumentException noPath) {
                problems.add(option + " is no path");
                return NONE;
            }
        }

        int number(String option, int least, int greatest, int otherwise) {
            var text = given.get(option);
            if (text == null) return otherwise;
            var number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (number >= least && number <= greatest) return number;
            problems.add(option + " is a number from " + least + " to " + greatest);
            return otherwise;
        }

        @Nullable AdapterOption adapter() {
            var text = given.get("--adapter");
            if (text == null) return null;
            try {
                return AdapterOption.parse(text);
            } catch (IllegalArgumentException wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
                return null;
            }
        }
    }
}
