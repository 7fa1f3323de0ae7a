package org.foundups.twin.api;

/// Which version this is.
///
/// @param version as in the packaged application; `development` when run from classes
record Build(String version) {
    static Build current() {
        var version = Build.class.getPackage().getImplementationVersion();
        return new Build(version == null ? "development" : version);
    }
}
