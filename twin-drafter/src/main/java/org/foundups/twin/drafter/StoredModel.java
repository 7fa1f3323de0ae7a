package org.foundups.twin.drafter;

import java.nio.file.Path;

/// A model whose file is here, complete, and has the right hash.
public record StoredModel(ModelEntry entry, Path file) {}
