package org.foundups.twin.api;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.foundups.twin.core.Utterance;

/// Reads a target as an orchestrator sends it.
final class TargetRequest {
    private static final int ID = 500;
    private static final int TEXT = 20_000;
    private static final int TITLE = 1_000;
    private static final int URL = 4_000;
    private static final int THREAD = 200;
    private static final Set<String> ROLES =
            Set.of("owner", "moderator", "member", "subscriber", "verified");

    private TargetRequest() {}

    static Supplier<Target> read(Fields fields) {
        var platform = fields.required("platform", fields.choice("platform", Platform.class));
        var account = nonBlank(fields, "account_id");
        var kind = fields.required("kind", fields.choice("kind", TargetKind.class));
        var id = fields.optionalText("target_id", ID);
        if (id != null && id.isBlank())
            fields.wrong("target_id", "RANGE", "An id is not blank; send null for none.");
        var parent = fields.optionalText("parent_id", ID);
        var container = fields.optionalText("container_id", ID);
        var title = fields.optionalText("container_title", TITLE);
        var url = fields.optionalText("url", URL);
        var author = fields.required("author", fields.object("author", TargetRequest::author));
        var text = fields.text("text", TEXT);
        var language = fields.optionalText("language", 35);
        var published = fields.time("published_at");
        var edited = fields.time("edited_at");
        var thread = fields.objects("thread", THREAD, TargetRequest::utterance);
        var repost = fields.flag("is_repost", false);
        var promoted = fields.flag("is_promoted", false);
        var observed = fields.time("observed_at");
        return () ->
                new Target(
                        new Account(Fields.sure(platform), account),
                        Fields.sure(kind),
                        id,
                        parent,
                        container,
                        title,
                        url,
                        Fields.sure(author),
                        text,
                        language,
                        published,
                        edited,
                        thread,
                        repost,
                        promoted,
                        observed);
    }

    private static String nonBlank(Fields fields, String name) {
        var text = fields.text(name, ID);
        if (fields.has(name) && text.isBlank()) fields.wrong(name, "RANGE", "It is not blank.");
        return text;
    }

    private static Supplier<Author> author(Fields fields) {
        var id = fields.optionalText("id", ID);
        var name = fields.optionalText("name", ID);
        var roles = roles(fields, fields.texts("roles", 20, 40));
        return () -> new Author(id, name, roles);
    }

    private static Set<String> roles(Fields fields, List<String> given) {
        var roles = new HashSet<String>();
        for (var role : given) {
            var name = role.strip().toLowerCase(Locale.ROOT);
            if (ROLES.contains(name)) roles.add(name);
            else
                fields.wrong(
                        "roles",
                        "RANGE",
                        "Roles are owner, moderator, member, subscriber, verified.");
        }
        return roles;
    }

    private static Supplier<Utterance> utterance(Fields fields) {
        var author = fields.required("author", fields.object("author", TargetRequest::author));
        var text = fields.text("text", TEXT);
        var published = fields.time("published_at");
        return () -> new Utterance(Fields.sure(author), text, published);
    }
}
