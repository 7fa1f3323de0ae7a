package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeStoreTest {
    @TempDir private Path folder = Path.of(".");

    private NativeStore store(@Nullable String sha256) throws IOException {
        return store(sha256, "linux-x64", List.of("/bin/sh", fakeNpm().toString()));
    }

    private NativeStore store(@Nullable String sha256, String platform, List<String> npm) {
        var entry =
                new NativeCatalogue.Entry("linux-x64", "@some/natives", "package/bins/", 0, sha256);
        CatalogueFile.write(
                folder.resolve("natives.json"), new NativeCatalogue("", "1.0", List.of(entry)));
        return new NativeStore(
                new StoreSettings(
                        folder.resolve("models.json"),
                        folder.resolve("natives.json"),
                        folder.resolve("home"),
                        folder.resolve("cache")),
                platform,
                List.of(npm),
                Duration.ofSeconds(10),
                System::nanoTime);
    }

    private Path fakeNpm() throws IOException {
        var script =
                """
                [ "$1" = --version ] && exit 0
                echo called >> %1$s/calls
                cp %1$s/natives.tgz . || { echo 'npm error 404' >&2; exit 1; }
                """
                        .formatted(folder);
        return Files.writeString(folder.resolve("npm"), script);
    }

    private String tarball(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            for (var at = 0; at < namesAndContents.length; at += 2) {
                var content = namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8);
                out.write(header(namesAndContents[at], content.length));
                out.write(content);
                out.write(new byte[(512 - content.length % 512) % 512]);
            }
            out.write(new byte[1024]);
        }
        var file = folder.resolve("natives.tgz");
        Files.write(file, bytes.toByteArray());
        return Digests.sha256(file, _ -> {});
    }

    private static byte[] header(String name, int size) {
        var header = new byte[512];
        put(header, 0, name);
        put(header, 124, "%011o".formatted(size));
        header[156] = '0';
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @Test
    void unpacksLibrariesOnce() throws IOException {
        var sha256 =
                tarball(
                        "package/README.md", "read me",
                        "package/bins/libllama.so", "x".repeat(700),
                        "package/bins/sub/other.so", "passed over",
                        "package/bins/libggml.so", "y");
        var store = store(sha256);
        assertThat(store.present()).isEmpty();
        var libraries = store.obtain(TransferListener.NONE);
        assertThat(libraries.directory()).isDirectory().hasFileName("linux-x64-1.0");
        assertThat(Folders.files(libraries.directory())).hasSize(2);
        assertThat(libraries.directory().resolve("libllama.so")).hasContent("x".repeat(700));
        assertThat(store.obtain(TransferListener.NONE)).isEqualTo(libraries);
        assertThat(store.present()).contains(libraries);
        assertThat(folder.resolve("calls")).hasContent("called\n");
    }

    @Test
    void refusesAnotherPackage() throws IOException {
        tarball("package/bins/libllama.so", "x");
        var store = store("ab".repeat(32));
        assertThatThrownBy(() -> store.obtain(TransferListener.NONE))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("another @some/natives than it should be");
        assertThat(store.present()).isEmpty();
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        for (var name : List.of("package/bins/../../../evil.so", "package/bins/.hidden")) {
            tarball(name, "x");
            assertThatThrownBy(() -> store(null).obtain(TransferListener.NONE))
                    .hasMessageContaining("a file has the name");
        }
        assertThat(folder.resolve("evil.so")).doesNotExist();
    }

    @Test
    void refusesPackageWithoutLibraries() throws IOException {
        tarball("package/README.md", "x");
        assertThatThrownBy(() -> store(null).obtain(TransferListener.NONE))
                .hasMessageContaining("has no folder package/bins/");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> store(null).obtain(TransferListener.NONE))
                .hasMessageContaining("npm could not fetch @some/natives@1.0: npm error 404")
                .hasMessageContaining("TWIN_LLM_URL");
        assertThatThrownBy(() ->
                        store(null, "linux-x64", List.of("/no/such/npm"))
                                .obtain(TransferListener.NONE))
                .hasMessageContaining("no npm here");
        assertThatThrownBy(() ->
                        store(null, "plan9-mips", List.of("npm")).obtain(TransferListener.NONE))
                .hasMessageContaining("no native libraries for plan9-mips");
    }

    @Test
    void namesPlatformsAsPackagesDo() {
        assertThat(HostPlatform.named("Linux", "amd64")).isEqualTo("linux-x64");
        assertThat(HostPlatform.named("Linux", "aarch64")).isEqualTo("linux-arm64");
        assertThat(HostPlatform.named("Mac OS X", "aarch64")).isEqualTo("mac-arm64");
        assertThat(HostPlatform.named("Mac OS X", "x86_64")).isEqualTo("mac-x64");
    }

    @Test
    void readsShippedList() {
        var list = CatalogueFile.read(Path.of("../config/natives.json"), NativeCatalogue.class);
        assertThat(list.forPlatform("linux-x64").orElseThrow().sha256()).isNotNull();
        assertThat(list.forPlatform("mac-arm64")).isPresent();
    }
}
