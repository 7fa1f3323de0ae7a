package org.foundups.twin.api.access;

import static org.foundups.twin.api.access.Scope.ADMIN;
import static org.foundups.twin.api.access.Scope.MEMORY;
import static org.foundups.twin.api.access.Scope.OBSERVE;
import static org.foundups.twin.api.access.Scope.READ;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/// Every call there is. What is not listed is refused, whoever asks; a test holds the list against
/// the controllers in both directions.
public final class Routes {
    private static final String API = "/api/v1";

    /// In the order of the contract.
    public static final List<Route> ALL =
            List.of(
                    new Route(
                            POST,
                            API + "/consider",
                            OBSERVE,
                            "What would the twin do about this comment? JSON, or server-sent events as it happens."),
                    new Route(
                            GET,
                            API + "/considerations/{id}",
                            READ,
                            "The answer a caller was given."),
                    new Route(
                            PUT,
                            API + "/targets",
                            OBSERVE,
                            "Take note of a comment, post or live message without considering it."),
                    new Route(POST, API + "/targets/batch", OBSERVE, "Take note of many at once."),
                    new Route(
                            POST,
                            API + "/keys",
                            ADMIN,
                            "Make a key with scopes; its secret is shown this once."),
                    new Route(GET, API + "/keys", ADMIN, "List the keys, without secrets."),
                    new Route(DELETE, API + "/keys/{id}", ADMIN, "Make a key useless from now on."),
                    new Route(
                            POST,
                            API + "/memory/documents",
                            MEMORY,
                            "Store what the creator said; one result for each document."),
                    new Route(DELETE, API + "/memory/documents/{id}", MEMORY, "Forget a document."),
                    new Route(
                            POST,
                            API + "/memory/imports",
                            MEMORY,
                            "Import a file or an archive as a job; the form is told by the content."),
                    new Route(
                            POST,
                            API + "/memory/rebuild",
                            MEMORY,
                            "Make the search index anew, as a job; searching goes on meanwhile."),
                    new Route(
                            GET,
                            API + "/memory/search",
                            READ,
                            "Search by meaning and by words, with scores from 0 to 1."),
                    new Route(
                            GET,
                            API + "/memory/stats",
                            READ,
                            "How many documents there are, by type, speaker and provenance."),
                    new Route(
                            POST,
                            API + "/routes",
                            MEMORY,
                            "Where would this index item go? Nothing is stored."),
                    new Route(GET, API + "/routes", READ, "Where the imported videos go, and why."),
                    new Route(
                            GET,
                            API + "/routes/report",
                            READ,
                            "How many videos go where, by reason."),
                    new Route(
                            PUT,
                            API + "/routes/{video_id}",
                            MEMORY,
                            "Order where a video goes, or take the order back with null."),
                    new Route(GET, API + "/jobs", READ, "List the jobs, newest first."),
                    new Route(GET, API + "/jobs/{id}", READ, "How far a job is."),
                    new Route(
                            GET,
                            API + "/jobs/{id}/events",
                            READ,
                            "The same as server-sent events until it ends."),
                    new Route(POST, API + "/jobs/{id}/pause", MEMORY, "Let a job rest."),
                    new Route(POST, API + "/jobs/{id}/resume", MEMORY, "Let it go on."),
                    new Route(
                            POST,
                            API + "/jobs/{id}/cancel",
                            MEMORY,
                            "End it; what is stored stays."),
                    new Route(
                            GET,
                            API + "/trajectories/{kind}",
                            READ,
                            "Recorded training data as JSON lines: decisions, drafts, actions, events."),
                    new Route(
                            GET,
                            API + "/events",
                            READ,
                            "What is recorded, as server-sent events, from any point on."),
                    new Route(
                            GET,
                            API + "/status",
                            READ,
                            "Model, memory, database and relay at a glance."));

    /// Open to everybody on the machine: they tell nothing of the creator.
    public static final List<String> OPEN =
            List.of(
                    "/actuator/health",
                    "/actuator/health/**",
                    "/openapi.json",
                    "/openapi.json/**",
                    "/docs",
                    "/docs/**",
                    "/swagger-ui/**");

    /// Operators' pages that need the scope `read`.
    public static final List<String> WATCHED = List.of("/actuator/**");

    private Routes() {}
}
