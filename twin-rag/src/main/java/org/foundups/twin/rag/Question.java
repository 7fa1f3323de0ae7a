package org.foundups.twin.rag;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one search looks for.
///
/// @param point where the text lies; null if the model does not know its script
/// @param speakers as [DocumentFields] knows them; empty for anybody, also for speakers unknown
/// @param context texts around it, whose words weigh little and change no score
record Question(
        String persona,
        QueryText text,
        @Nullable Embedding point,
        List<QueryText> context,
        Set<SourceType> sourceTypes,
        @Nullable String channel,
        Set<String> speakers,
        int limit,
        double floor) {}
