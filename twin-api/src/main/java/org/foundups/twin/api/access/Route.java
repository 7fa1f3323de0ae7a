package org.foundups.twin.api.access;

import org.springframework.http.HttpMethod;

/// One call of the service and the scope it needs.
///
/// @param pattern path pattern as in the controllers, e.g. `/api/v1/considerations/{id}`
/// @param summary what it does, one sentence for the published description
public record Route(HttpMethod method, String pattern, Scope scope, String summary) {}
