package org.foundups.twin.rag.files;

import org.jspecify.annotations.Nullable;

/// A comment or live chat message of the account's owner.
///
/// @param parent the comment it answered
/// @param post the community post it stands under, where that is no video
record TakeoutComment(
        long line,
        @Nullable String id,
        @Nullable String parent,
        @Nullable String video,
        @Nullable String post,
        @Nullable String time,
        String text) {

    ArchiveItem item(String persona) {
        var values =
                new RowValues()
                        .with(Fields.TEXT, text)
                        .with(Fields.SOURCE_ID, id)
                        .with(Fields.SOURCE_TYPE, "comment")
                        .with(Fields.VIDEO_ID, video)
                        .with(Fields.URL, url())
                        .with(Fields.SPEAKER, persona)
                        .with(Fields.PROVENANCE, "verbatim")
                        .with(Fields.CREATED_AT, time)
                        .with(Fields.PLATFORM, "youtube");
        return new ArchiveItem.Own(line, values, Said.alone(text), id, parent);
    }

    private @Nullable String url() {
        var place =
                plain(video)
                        ? "https://www.youtube.com/watch?v=" + video + "&lc="
                        : plain(post) ? "https://www.youtube.com/post/" + post + "?lc=" : "";
        if (place.isEmpty()) return null;
        return plain(id) ? place + id : place.substring(0, place.length() - 4);
    }

    private static boolean plain(@Nullable String part) {
        return part != null && part.matches("[\\w.-]+");
    }
}
