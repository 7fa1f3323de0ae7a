package org.foundups.twin.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Exchange;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The personas of `config/personas`, one YAML file each, read once at start. A file that cannot be
/// read completely stops the start: a twin with half a persona speaks wrongly.
final class PersonaFiles {
    private final Map<String, Persona> personas;
    private final String standard;

    private PersonaFiles(Map<String, Persona> personas, String standard) {
        this.personas = Map.copyOf(personas);
        this.standard = standard;
    }

    /// Reads all personas of a directory.
    ///
    /// @param standard id of the persona that speaks where an account names none
    static PersonaFiles read(Path directory, String standard) {
        var personas = new TreeMap<String, Persona>();
        try (var files = Files.newDirectoryStream(directory, "*.yaml")) {
            for (var file : files) {
                var persona = read(file);
                if (personas.put(persona.id(), persona) != null) {
                    throw new IllegalStateException(
                            "Two files in " + directory + " have the id " + persona.id() + ".");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The personas in " + directory + " cannot be read.", failure);
        }
        if (!personas.containsKey(standard)) {
            throw new IllegalStateException(
                    "twin.persona is "
                            + standard
                            + ", but "
                            + directory
                            + " has only "
                            + personas.keySet()
                            + ".");
        }
        return new PersonaFiles(personas, standard);
    }

    /// The persona that speaks where nobody says otherwise.
    Persona standard() {
        return named(standard);
    }

    /// The persona of that id, or the standard one where none is named.
    Persona orStandard(@Nullable String id) {
        return id == null || id.isBlank() ? standard() : named(id);
    }

    /// @throws TwinException of code VALIDATION if there is none; another persona is never put in
    ///   its place
    Persona named(String id) {
        var persona = personas.get(id);
        if (persona == null) {
            throw new TwinException(
                    TwinException.Code.VALIDATION,
                    "There is no persona of that name; there are: " + personas.keySet() + ".");
        }
        return persona;
    }

    private static Persona read(Path file) {
        try {
            return StrictYaml.MAPPER.readValue(Files.readString(file), Content.class).persona();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The persona file " + file + " is not right: " + unreadable.getMessage(),
                    unreadable);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The persona file " + file + " cannot be read.", failure);
        }
    }

    private record OwnAccount(String platform, String accountId) {}

    private record Topics(List<String> primary, List<String> secondary) {}

    private record Entity(String right, List<String> wrong) {}

    private record Content(
            String id,
            String name,
            String about,
            List<String> languages,
            List<String> handles,
            List<OwnAccount> ownAccounts,
            Topics topics,
            List<String> styleCard,
            List<String> biography,
            List<Entity> entities,
            List<Exchange> examples,
            String disclosure) {
        Persona persona() {
            var accounts = new HashSet<Account>();
            for (var account : ownAccounts) {
                var platform =
                        Platform.of(account.platform())
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "unknown platform " + account.platform()));
                accounts.add(new Account(platform, account.accountId()));
            }
            return new Persona(
                    id,
                    name,
                    about,
                    languages,
                    handles,
                    accounts,
                    topics.primary(),
                    topics.secondary(),
                    styleCard,
                    biography,
                    examples,
                    disclosure);
        }
    }
}
