package org.foundups.twin.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.rag.routing.RoutingPolicy.ChannelPolicy;
import tools.jackson.core.JacksonException;

/// Reads `config/channels.yaml`: what channels and categories are. A file that is not right stops
/// the start, because music in the creator's memory is not easily noticed later.
final class RoutingFile {
    private RoutingFile() {}

    static RoutingPolicy read(Path file) {
        try {
            return StrictYaml.MAPPER.readValue(Files.readString(file), Content.class).policy();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The file " + file + " is not right: " + unreadable.getMessage(), unreadable);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", failure);
        }
    }

    private record Channel(String policy, List<String> aliases) {
        ChannelPolicy read() {
            for (var known : ChannelPolicy.values()) {
                if (known.name().equalsIgnoreCase(policy)) return known;
            }
            throw new IllegalArgumentException(
                    "a channel's policy is mixed or music_only, not " + policy);
        }
    }

    private record Categories(List<String> own, List<String> music, List<String> faceless) {}

    private record Content(Map<String, Channel> channels, Categories categories, double ownShare) {
        RoutingPolicy policy() {
            var policies = new HashMap<String, ChannelPolicy>();
            var aliases = new HashMap<String, String>();
            channels.forEach((name, channel) -> {
                policies.put(lower(name), channel.read());
                for (var alias : channel.aliases()) aliases.put(lower(alias), lower(name));
            });
            return new RoutingPolicy(
                    policies,
                    aliases,
                    lower(categories.own()),
                    lower(categories.music()),
                    lower(categories.faceless()),
                    ownShare);
        }
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(RoutingFile::lower).collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
