package org.foundups.twin.drafter;

import java.nio.file.Path;

/// The native libraries of the embedded engine for this machine.
///
/// @param directory holds the libraries themselves
/// @param platform as the packages name it, such as `linux-x64`
public record NativeLibraries(Path directory, String platform, String version) {}
