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
                    new Route(POST, API + "/consider", OBSERVE),
                    new Route(GET, API + "/considerations/{id}", READ),
                    new Route(PUT, API + "/targets", OBSERVE),
                    new Route(POST, API + "/targets/batch", OBSERVE),
                    new Route(POST, API + "/keys", ADMIN),
                    new Route(GET, API + "/keys", ADMIN),
                    new Route(DELETE, API + "/keys/{id}", ADMIN),
                    new Route(POST, API + "/memory/documents", MEMORY),
                    new Route(DELETE, API + "/memory/documents/{id}", MEMORY),
                    new Route(POST, API + "/memory/imports", MEMORY),
                    new Route(POST, API + "/memory/rebuild", MEMORY),
                    new Route(GET, API + "/memory/search", READ),
                    new Route(GET, API + "/memory/stats", READ),
                    new Route(GET, API + "/jobs", READ),
                    new Route(GET, API + "/jobs/{id}", READ),
                    new Route(GET, API + "/jobs/{id}/events", READ),
                    new Route(POST, API + "/jobs/{id}/pause", MEMORY),
                    new Route(POST, API + "/jobs/{id}/resume", MEMORY),
                    new Route(POST, API + "/jobs/{id}/cancel", MEMORY),
                    new Route(GET, API + "/trajectories/{kind}", READ),
                    new Route(GET, API + "/events", READ),
                    new Route(GET, API + "/status", READ));

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
