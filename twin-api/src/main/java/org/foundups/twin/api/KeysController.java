package org.foundups.twin.api;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.foundups.twin.api.access.ApiKey;
import org.foundups.twin.api.access.ApiKeys;
import org.foundups.twin.api.access.Scope;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Makes, lists and revokes keys.
@RestController
@RequestMapping("/api/v1/keys")
final class KeysController {
    private final ApiKeys keys;

    KeysController(ApiKeys keys) {
        this.keys = keys;
    }

    /// @param secret the key itself, shown this once; null in lists
    record KeyView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            @Nullable String secret) {
        static KeyView of(ApiKey key, @Nullable String secret) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.scopes().stream().sorted().map(Scope::id).toList(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.revokedAt(),
                    secret);
        }
    }

    private record NewKey(String name, Set<Scope> scopes) {
        static Supplier<NewKey> read(Fields fields) {
            var name = fields.text("name", 100);
            if (fields.has("name") && name.isBlank())
                fields.wrong("name", "RANGE", "It is not blank.");
            var scopes = EnumSet.noneOf(Scope.class);
            for (var text : fields.texts("scopes", 20, 40)) {
                Scope.of(text)
                        .ifPresentOrElse(
                                scopes::add,
                                () ->
                                        fields.wrong(
                                                "scopes",
                                                "RANGE",
                                                "There is no scope " + text + "."));
            }
            if (scopes.isEmpty())
                fields.wrong("scopes", "REQUIRED", "A key needs at least one scope.");
            return () -> new NewKey(name, scopes);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeyView create(@RequestBody JsonNode body) {
        var wanted = Fields.read(body, NewKey::read);
        var created = keys.create(wanted.name(), wanted.scopes());
        return KeyView.of(created.key(), created.secret());
    }

    @GetMapping
    Page<KeyView> list() {
        return new Page<>(keys.all().stream().map(key -> KeyView.of(key, null)).toList(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (!keys.revoke(Ids.read(id))) {
            throw new TwinException(
                    TwinException.Code.NOT_FOUND,
                    "There is no such key, or it was revoked before.");
        }
    }
}
