package org.foundups.twin.drafter;

import java.net.URI;
import java.net.URISyntaxException;
import org.foundups.twin.core.TwinException;

/// Brings the many ways people write a server's address into one: `http://host:port/v1`.
final class BaseUrl {
    private BaseUrl() {}

    /// @return the address ending in exactly one `/v1`
    /// @throws TwinException of code VALIDATION if it is no http or https address with a host
    static URI parse(String url) {
        var text = url.strip();
        try {
            var given = new URI(text);
            if (!isHttp(given) || given.getHost() == null || given.getUserInfo() != null) {
                throw invalid(text, null);
            }
            return new URI(given.getScheme() + "://" + given.getRawAuthority() + path(given));
        } catch (URISyntaxException malformed) {
            throw invalid(text, malformed);
        }
    }

    private static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme())
                || "https".equalsIgnoreCase(url.getScheme());
    }

    private static String path(URI url) {
        var path = withoutTrailingSlashes(url.getRawPath() == null ? "" : url.getRawPath());
        for (var ending : new String[] {"/chat/completions", "/v1"}) {
            if (path.endsWith(ending)) {
                path = withoutTrailingSlashes(path.substring(0, path.length() - ending.length()));
            }
        }
        return path + "/v1";
    }

    private static String withoutTrailingSlashes(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') end--;
        return path.substring(0, end);
    }

    private static TwinException invalid(
            String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new TwinException(
                TwinException.Code.VALIDATION,
                "\""
                        + Plain.line(text, 80)
                        + "\" is no address of a model server. Write it like"
                        + " http://127.0.0.1:1234, without user name and password.",
                cause);
    }
}
