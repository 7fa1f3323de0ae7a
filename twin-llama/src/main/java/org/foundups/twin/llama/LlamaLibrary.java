package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// The shared libraries of llama.cpp, opened once and for the life of the process.
///
/// The layouts and signatures in this package are those of one release: another one would not fail,
/// it would corrupt memory. So the release is part of the file name, and is asked for once more.
@SuppressWarnings("restricted") // here Java is left; nowhere else is a library opened
final class LlamaLibrary {
    /// The release of llama.cpp whose header all of this was checked against.
    static final String VERSION = "0.5.0";

    private final SymbolLookup symbols;
    private final Linker linker = Linker.nativeLinker();

    private LlamaLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// Opens the libraries and lets ggml choose the build that suits this processor best.
    ///
    /// @throws EngineFailure of code NATIVE if they are not there, or are of another release
    static LlamaLibrary open(Path folder) {
        var directory = folder.toAbsolutePath().normalize();
        var library = new LlamaLibrary(lookup(directory, "llama").or(lookup(directory, "ggml")));
        var version = library.version();
        // The published build of this release calls itself 0.5.0-dev.
        if (!version.equals(VERSION) && !version.startsWith(VERSION + "-")) {
            throw EngineFailure.natives(
                    "The libraries in "
                            + directory
                            + " are llama.cpp "
                            + version
                            + ", and only "
                            + VERSION
                            + " fits. Fetch them anew.");
        }
        library.loadBackends(directory);
        return library;
    }

    private static SymbolLookup lookup(Path directory, String name) {
        var file = directory.resolve(System.mapLibraryName(name + ".v" + VERSION));
        if (!Files.isReadable(file)) {
            throw EngineFailure.natives(
                    "The native library "
                            + file
                            + " is missing or cannot be read. Fetch the"
                            + " libraries anew, or name their folder with --native.");
        }
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException unloadable) {
            throw EngineFailure.natives(
                            "The native library "
                                    + file
                                    + " cannot be loaded here. It needs glibc"
                                    + " 2.34 or newer, and must be made for this processor.")
                    .causedBy(unloadable);
        }
    }

    private String version() {
        var version = function("llama_version", FunctionDescriptor.of(ADDRESS));
        return NativeCall.string(NativeCall.of(() -> (MemorySegment) version.invokeExact()));
    }

    private void loadBackends(Path directory) {
        var load = function("ggml_backend_load_all_from_path", FunctionDescriptor.ofVoid(ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(directory.toString());
            NativeCall.run(() -> {
                load.invokeExact(path);
            });
        }
    }

    /// @throws EngineFailure of code NATIVE if the libraries have no such function
    MethodHandle function(String name, FunctionDescriptor descriptor) {
        var address =
                symbols.find(name)
                        .orElseThrow(() ->
                                EngineFailure.natives(
                                        "The native libraries lack "
                                                + name
                                                + ". Fetch them anew."));
        return linker.downcallHandle(address, descriptor);
    }

    /// A function that is known by its address only.
    MethodHandle function(MemorySegment address, FunctionDescriptor descriptor) {
        return linker.downcallHandle(address, descriptor);
    }

    /// A function pointer that calls back into Java. The target must not throw: that would end the
    /// process.
    MemorySegment callback(MethodHandle target, FunctionDescriptor descriptor) {
        return linker.upcallStub(target, descriptor, Arena.global());
    }
}
