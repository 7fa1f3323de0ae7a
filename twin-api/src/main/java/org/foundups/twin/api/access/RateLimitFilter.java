package org.foundups.twin.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.foundups.twin.core.TwinException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down callers who call too often: by key, and by address for those without one, who get a
/// tenth.
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits byKey;
    private final RateLimits byAddress;
    private final ProblemWriter problems;

    RateLimitFilter(AccessSettings settings, ProblemWriter problems) {
        this.byKey = new RateLimits(settings.requestsPerSecond(), settings.burst());
        this.byAddress =
                new RateLimits(
                        Math.max(1, settings.requestsPerSecond() / 10),
                        Math.max(1, settings.burst() / 10));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(
                "Retry-After", Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000))));
        problems.write(
                request,
                response,
                TwinException.Code.RATE_LIMITED,
                "Too many calls; wait and try again.");
    }

    private Duration wait(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof KeyAuthentication caller
                ? byKey.wait(caller.key().id().toString())
                : byAddress.wait(request.getRemoteAddr());
    }

    /// Health checks of an orchestrator come often and cost little.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }
}
