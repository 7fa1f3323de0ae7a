package org.foundups.twin.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.foundups.twin.drafter.StoreSettings;
import org.jspecify.annotations.Nullable;

/// Where the service is, which key opens it, and where things lie on this machine.
///
/// @param service its address without a path
/// @param keyFromEnvironment TWIN_KEY; null if it is not set
/// @param namedModel TWIN_MODEL; null if it is not set
record Settings(
        URI service,
        @Nullable String keyFromEnvironment,
        Path home,
        Path cache,
        Path config,
        @Nullable String namedModel) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /// @throws CommandFailed if one of them cannot be used
    static Settings of(Map<String, String> environment, Properties properties) {
        var user = Path.of(properties.getProperty("user.home", "."));
        var home = set(environment, "TWIN_HOME");
        var cache = set(environment, "TWIN_CACHE");
        var config = set(environment, "TWIN_CONFIG");
        return new Settings(
                service(environment),
                set(environment, "TWIN_KEY"),
                home == null ? user.resolve(".twin") : Path.of(home),
                cache == null ? user.resolve(".cache/twin") : Path.of(cache),
                Path.of(properties.getProperty("twin.config", config == null ? "config" : config)),
                set(environment, "TWIN_MODEL"));
    }

    Path keyFile() {
        return home.resolve("admin.key");
    }

    StoreSettings stores() {
        return new StoreSettings(
                config.resolve("models.json"), config.resolve("natives.json"), home, cache);
    }

    /// Only a service of this machine is shown the key of this machine.
    boolean isLocal() {
        return THIS_MACHINE.contains(service.getHost());
    }

    private static URI service(Map<String, String> environment) {
        var url = set(environment, "TWIN_URL");
        if (url == null) url = "http://127.0.0.1:" + environment.getOrDefault("TWIN_PORT", "8012");
        try {
            var service = new URI(url.replaceFirst("/+$", ""));
            var scheme = String.valueOf(service.getScheme());
            if (Set.of("http", "https").contains(scheme) && service.getHost() != null)
                return service;
        } catch (URISyntaxException wrong) {
            // The same advice as for an address of another kind.
        }
        throw CommandFailed.because(
                Exit.USAGE,
                "\"" + url + "\" is no address of a twin.",
                "TWIN_URL is something like http://127.0.0.1:8012.");
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }
}
