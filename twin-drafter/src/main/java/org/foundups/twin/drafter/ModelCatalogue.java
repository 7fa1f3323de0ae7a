package org.foundups.twin.drafter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The models that can be had.
///
/// @param defaultGenerator the one to use when nobody chose; null in a user's own catalogue where
///   nothing was chosen
/// @param models in the order they are listed; names are unique
record ModelCatalogue(@Nullable String defaultGenerator, List<ModelEntry> models) {
    static final ModelCatalogue EMPTY = new ModelCatalogue(null, List.of());

    ModelCatalogue {
        models = List.copyOf(Objects.requireNonNull(models, "models"));
        var names = models.stream().map(ModelEntry::name).toList();
        var twice = names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name));
        twice.findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is listed twice");
                });
    }

    Optional<ModelEntry> find(String name) {
        return models.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// This catalogue with the user's own on top: their entries and their choice win.
    ModelCatalogue with(ModelCatalogue own) {
        var theirs = own.models();
        var rest = models.stream().filter(entry -> own.find(entry.name()).isEmpty());
        return new ModelCatalogue(
                own.defaultGenerator() == null ? defaultGenerator : own.defaultGenerator(),
                Stream.concat(rest, theirs.stream()).toList());
    }

    ModelCatalogue adding(ModelEntry entry) {
        var all = new ArrayList<>(models);
        all.removeIf(present -> present.name().equals(entry.name()));
        all.add(entry);
        return new ModelCatalogue(defaultGenerator, all);
    }

    ModelCatalogue using(String name) {
        return new ModelCatalogue(name, models);
    }
}
