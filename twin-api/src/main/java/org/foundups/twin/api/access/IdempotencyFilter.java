package org.foundups.twin.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.foundups.twin.core.TwinException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers a repeated POST with what was answered the first time. A call that failed for reasons of
/// ours (5xx) is forgotten, so that it can be repeated in earnest.
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";

    private final IdempotencyRecords records;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyRecords records, ProblemWriter problems) {
        this.records = records;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !(request instanceof BufferedRequest)
                || wantsStream(request);
    }

    /// A stream cannot be replayed; it has no effect that a repetition would double.
    private static boolean wantsStream(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > 255) {
            problems.write(
                    request,
                    response,
                    TwinException.Code.VALIDATION,
                    "Idempotency-Key has 1 to 255 characters.");
            return;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication()
                        instanceof KeyAuthentication caller)
                || !(request instanceof BufferedRequest buffered)) {
            chain.doFilter(request, response);
            return;
        }
        once(buffered, response, chain, caller.key().id(), key);
    }

    private void once(
            BufferedRequest request,
            HttpServletResponse response,
            FilterChain chain,
            UUID caller,
            String key)
            throws ServletException, IOException {
        switch (records.claim(caller, key, hash(request))) {
            case IdempotencyRecords.Claim.First _ -> first(request, response, chain, caller, key);
            case IdempotencyRecords.Claim.Answered answered -> {
                response.setStatus(answered.status());
                response.setContentType(answered.contentType());
                response.setHeader("Idempotency-Replayed", "true");
                response.getOutputStream().write(answered.body().getBytes(StandardCharsets.UTF_8));
            }
            case IdempotencyRecords.Claim.Running _ ->
                    problems.write(
                            request,
                            response,
                            TwinException.Code.CONFLICT,
                            "The first call with this Idempotency-Key is still running; ask again later.");
            case IdempotencyRecords.Claim.Mismatch _ ->
                    problems.write(
                            request,
                            response,
                            TwinException.Code.IDEMPOTENCY_MISMATCH,
                            "This Idempotency-Key was used for another call. Use a new one.");
        }
    }

    private void first(
            BufferedRequest request,
            HttpServletResponse response,
            FilterChain chain,
            UUID caller,
            String key)
            throws ServletException, IOException {
        var caching = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, caching);
            if (caching.getStatus() < 500) {
                var type = String.valueOf(caching.getContentType());
                var body = new String(caching.getContentAsByteArray(), StandardCharsets.UTF_8);
                records.answered(caller, key, caching.getStatus(), type, body);
                done = true;
            }
        } finally {
            if (!done) records.release(caller, key);
        }
        caching.copyBodyToResponse();
    }

    private static String hash(BufferedRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var call = request.getMethod() + " " + request.getRequestURI() + "\n";
            digest.update(call.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
