package org.foundups.twin.api;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foundups.twin.api.access.ProblemWriter;
import org.foundups.twin.core.TwinException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/// The edge: whatever goes wrong becomes a problem response here and nowhere else.
@RestControllerAdvice
final class Problems implements ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            TwinException.Code code,
            String detail)
            throws IOException {
        var problem = Problem.of(code, detail, request.getRequestURI());
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (code == TwinException.Code.UNAUTHENTICATED)
            response.setHeader("WWW-Authenticate", "Bearer");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(Invalid invalid, HttpServletRequest request) {
        return answer(
                Problem.of(
                        TwinException.Code.VALIDATION,
                        "The request has mistakes; each is listed with its place.",
                        request.getRequestURI(),
                        invalid.violations()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failure(TwinException failure, HttpServletRequest request) {
        if (failure.kind() != TwinException.Kind.CALLER)
            LOG.warn("{}: {}", failure.code(), failure.getMessage(), failure);
        return answer(
                Problem.of(
                        failure.code(),
                        String.valueOf(failure.getMessage()),
                        request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(
                Problem.of(
                        TwinException.Code.VALIDATION,
                        "The body is not JSON in UTF-8.",
                        request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        LOG.debug("A parameter of another type.", mistyped);
        var at = "/" + mistyped.getName();
        return invalid(Invalid.at(at, "TYPE", "It has another type; see /docs."), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> database(DataAccessException failure, HttpServletRequest request) {
        return fromDatabase(failure, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> transaction(
            CannotCreateTransactionException failure, HttpServletRequest request) {
        LOG.error("The database cannot be reached.", failure);
        return answer(unavailable(request));
    }

    @ExceptionHandler
    ResponseEntity<Problem> persistence(PersistenceException failure, HttpServletRequest request) {
        LOG.error("The database failed.", failure);
        return answer(unavailable(request));
    }

    private ResponseEntity<Problem> fromDatabase(
            DataAccessException failure, HttpServletRequest request) {
        LOG.error("The database failed.", failure);
        var passing =
                failure instanceof DataAccessResourceFailureException
                        || failure instanceof TransientDataAccessException
                        || failure instanceof QueryTimeoutException;
        return answer(passing ? unavailable(request) : internal(request));
    }

    /// The client went away while the answer was written: there is nobody to tell.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client is gone: {}", gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) return fromFramework(known, request);
        LOG.error("An unexpected failure.", failure);
        return answer(internal(request));
    }

    /// Unknown path, wrong method, missing or mistyped parameter: the framework knows the status.
    private static ResponseEntity<Problem> fromFramework(
            ErrorResponse known, HttpServletRequest request) {
        var status = known.getStatusCode().value();
        var code =
                switch (status) {
                    case 404 -> TwinException.Code.NOT_FOUND;
                    case 413 -> TwinException.Code.TOO_LARGE;
                    case 503 -> TwinException.Code.CAPACITY;
                    default ->
                            status < 500
                                    ? TwinException.Code.VALIDATION
                                    : TwinException.Code.INTERNAL;
                };
        var detail = known.getBody().getDetail();
        var problem =
                Problem.of(
                        code,
                        detail == null ? "The call is not possible." : detail,
                        request.getRequestURI());
        return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        new Problem(
                                problem.type(),
                                problem.title(),
                                status,
                                problem.code(),
                                problem.detail(),
                                problem.instance(),
                                problem.errors()));
    }

    private static Problem unavailable(HttpServletRequest request) {
        return Problem.of(
                TwinException.Code.UNAVAILABLE,
                "The database cannot be reached just now. Nothing was changed; try again.",
                request.getRequestURI());
    }

    private static Problem internal(HttpServletRequest request) {
        return Problem.of(
                TwinException.Code.INTERNAL,
                "Something failed that should not have; the log has the details.",
                request.getRequestURI());
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        var response =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 429 || problem.status() == 503)
            response.header(HttpHeaders.RETRY_AFTER, "2");
        return response.body(problem);
    }
}
