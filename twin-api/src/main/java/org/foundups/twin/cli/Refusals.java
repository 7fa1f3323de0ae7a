package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns an error of the service (RFC 9457) into what a person reads and a script sees.
final class Refusals {
    private static final int MOST = 20;

    private Refusals() {}

    /// @param body problem details, or anything a server in between may send
    /// @param retryAfter the header, null if there is none
    static CommandFailed of(int status, String body, @Nullable String retryAfter, Key key) {
        var problem = problem(body);
        var sentence = sentence(status, problem);
        return switch (status) {
            case 401 -> new CommandFailed(Exit.UNAUTHORISED, sentence, notAuthenticated(key));
            case 403 ->
                    new CommandFailed(
                            Exit.UNAUTHORISED,
                            sentence,
                            List.of("The key of " + key.origin() + " was used."));
            case 429, 503 -> new CommandFailed(Exit.LATER, sentence, later(retryAfter));
            default -> new CommandFailed(Exit.FAILED, sentence, violations(problem));
        };
    }

    /// A problem that came as the last event of a stream.
    static CommandFailed of(String problem, Key key) {
        return of((int) problem(problem).number("status", 500), problem, null, key);
    }

    private static Value problem(String body) {
        try {
            return Value.parsed(body);
        } catch (CommandFailed notJson) {
            return new Value(Value.object());
        }
    }

    private static String sentence(int status, Value problem) {
        var title = problem.text("title");
        var detail = problem.text("detail");
        if (title.isEmpty() && detail.isEmpty())
            return "The service answered with status " + status + ".";
        return detail.isEmpty() ? title : title.isEmpty() ? detail : title + ": " + detail;
    }

    private static List<String> notAuthenticated(Key key) {
        return key.secret() == null
                ? List.of("There is no key in " + key.origin() + ".")
                : List.of("The key of " + key.origin() + " was not accepted.");
    }

    private static List<String> later(@Nullable String retryAfter) {
        return retryAfter == null || !retryAfter.strip().matches("[0-9]{1,6}")
                ? List.of("Try again later.")
                : List.of("Try again in " + retryAfter.strip() + " s.");
    }

    private static List<String> violations(Value problem) {
        var lines = new ArrayList<String>();
        for (var error : problem.items("errors")) {
            if (lines.size() == MOST) {
                lines.add("… and " + (problem.items("errors").size() - MOST) + " more");
                break;
            }
            lines.add((error.text("pointer") + "  " + error.text("message")).strip());
        }
        return lines;
    }
}
