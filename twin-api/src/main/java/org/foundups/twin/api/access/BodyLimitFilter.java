package org.foundups.twin.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foundups.twin.core.TwinException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the body once, up to the limit, and refuses what is larger before anything looks at it.
/// Imports are streamed and have limits of their own.
final class BodyLimitFilter extends OncePerRequestFilter {
    private final int limitBytes;
    private final ProblemWriter problems;

    BodyLimitFilter(int limitBytes, ProblemWriter problems) {
        this.limitBytes = limitBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limitBytes) {
            tooLarge(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(limitBytes + 1);
        if (body.length > limitBytes) {
            tooLarge(request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Connection", "close");
        problems.write(
                request,
                response,
                TwinException.Code.TOO_LARGE,
                "The body is larger than "
                        + limitBytes
                        + " bytes. Send less at a time, or use /memory/imports.");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/memory/imports")
                || request.getMethod().equals("GET");
    }
}
