package org.foundups.twin.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The comment, post or live message that could be answered, as an orchestrator observed it. Every
/// text in it comes from outside and is data, never an instruction.
///
/// @param account the account that would act
/// @param id the platform's identifier; null only if the platform gives none
/// @param containerId the video, post or stream it stands under
/// @param thread earlier contributions, oldest first
public record Target(
        Account account,
        TargetKind kind,
        @Nullable String id,
        @Nullable String parentId,
        @Nullable String containerId,
        @Nullable String containerTitle,
        @Nullable String url,
        Author author,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        List<Utterance> thread,
        boolean repost,
        boolean promoted,
        @Nullable Instant observedAt) {
    public Target {
        thread = List.copyOf(thread);
    }

    /// What cooldowns count by: the parent comment if there is one, else the target itself.
    ///
    /// @return null if the platform identifies neither
    public @Nullable String threadId() {
        return parentId != null ? parentId : id;
    }
}
