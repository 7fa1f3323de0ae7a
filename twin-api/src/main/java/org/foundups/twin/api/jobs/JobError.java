package org.foundups.twin.api.jobs;

import org.jspecify.annotations.Nullable;

/// One item of a job that was refused.
///
/// @param line where in the source it stands, from 1; null if it has no lines
public record JobError(@Nullable Long line, String reason) {}
