package org.foundups.twin.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A PostgreSQL of the operator's, `twin.database.*`; without one the embedded server is used.
///
/// @param url `jdbc:postgresql://host:port/name`, with or without the leading `jdbc:`; empty for
///   the embedded server
@ConfigurationProperties("twin.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password) {
    DatabaseSettings {
        if (url.startsWith("postgresql://")) url = "jdbc:" + url;
        if (url.startsWith("postgres://"))
            url = "jdbc:postgresql://" + url.substring("postgres://".length());
        if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "twin.database.url is not the address of a PostgreSQL");
        }
    }

    boolean embedded() {
        return url.isBlank();
    }

    /// Without the password.
    @Override
    public String toString() {
        return "DatabaseSettings[" + (embedded() ? "embedded" : "external") + "]";
    }
}
