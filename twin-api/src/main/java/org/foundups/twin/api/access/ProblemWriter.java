package org.foundups.twin.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foundups.twin.core.TwinException;

/// Writes a problem response where no controller is involved.
@FunctionalInterface
public interface ProblemWriter {
    /// Writes status and body; headers set before stay.
    ///
    /// @param detail what to do, fit for the caller
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            TwinException.Code code,
            String detail)
            throws IOException;
}
