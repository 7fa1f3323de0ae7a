package org.foundups.twin.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An earlier contribution to the thread a target stands in.
public record Utterance(Author author, String text, @Nullable Instant publishedAt) {}
