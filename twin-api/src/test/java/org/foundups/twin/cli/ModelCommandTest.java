package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
    @TempDir Path directory;

    private Path second = Path.of("unset");
    private Path third = Path.of("unset");

    /// Three models that lie on this disk or nowhere: `first` nowhere, the other two in its place.
    @BeforeEach
    void describesModels() throws IOException {
        second = Files.write(directory.resolve("second.gguf"), gguf(2));
        third = Files.write(directory.resolve("third.gguf"), gguf(3));
        var models = Value.object().put("default_generator", "first");
        var list = models.putArray("models");
        list.add(
                Value.parsed(
                                entry(
                                        "first",
                                        directory.resolve("nowhere.gguf"),
                                        gguf(1),
                                        "\"second\",\"third\""))
                        .node());
        list.add(Value.parsed(entry("second", second, gguf(2), "\"third\"")).node());
        list.add(Value.parsed(entry("third", third, gguf(3), "")).node());
        Files.createDirectory(directory.resolve("config"));
        Files.writeString(directory.resolve("config/models.json"), models.toString());
        Files.writeString(
                directory.resolve("config/natives.json"),
                "{\"note\":\"\",\"version\":\"9\",\"packages\":[]}");
        Files.createDirectories(directory.resolve("home/cache/native/" + platform() + "-9"));
    }

    @Test
    void fetchTakesTheFallbackInOrderAndSaysSo() {
        var run = setting().run("fetch", "--print-path");
        assertThat(run.error())
                .contains(
                        "The twin writes with second instead of first, which cannot be had here.");
        assertThat(run.out()).isEqualTo(second + "\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void fetchNeverReplacesAModelThatWasNamed() {
        var run = setting().with("TWIN_MODEL", "first").run("fetch");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error()).contains("first could not be fetched").doesNotContain("second");
        assertThat(setting().with("TWIN_MODEL", "third").run("fetch", "--print-path").out())
                .isEqualTo(third + "\n");
    }

    @Test
    void fetchFailsIfNoModelCanBeHad() throws IOException {
        Files.delete(second);
        Files.delete(third);
        assertThat(setting().run("fetch").status()).isEqualTo(1);
    }

    @Test
    void fetchPrintsWhereTheLibrariesLie() {
        var run = setting().run("fetch", "--natives-only", "--print-path");
        assertThat(run.out())
                .isEqualTo(directory.resolve("home/cache/native/" + platform() + "-9") + "\n");
    }

    @Test
    void usesTheChosenModelFromThenOn() {
        assertThat(setting().run("model", "use", "third").status()).isZero();
        assertThat(setting().run("fetch", "--print-path").out()).isEqualTo(third + "\n");
        assertThat(selected(setting().run("model", "list", "--json"))).isEqualTo("third");
    }

    @Test
    void choosesNoModelThatCannotBeHad() {
        assertThat(setting().run("model", "use", "first").status()).isEqualTo(1);
        assertThat(setting().run("model", "use", "nonsense").error())
                .contains("first, second, third");
        assertThat(selected(setting().run("model", "list", "--json"))).isEqualTo("first");
    }

    @Test
    void letsTheEnvironmentWinAndSaysSo() {
        var named = setting().with("TWIN_MODEL", "second");
        assertThat(named.run("model", "use", "third").out())
                .contains("But TWIN_MODEL is set to second, and wins.");
        assertThat(selected(named.run("model", "list", "--json"))).isEqualTo("second");
        assertThat(named.run("model", "list").out())
                .contains("▸  second", "because TWIN_MODEL names it");
    }

    @Test
    void showsWhichModelsAreHere() {
        assertThat(setting().run("model", "list").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("▸  first").contains("not here"),
                        line -> assertThat(line).startsWith("   second").contains("  here  "),
                        line -> assertThat(line).startsWith("   third").contains("  here  "));
    }

    @Test
    void addsAFileOfOnesOwn() throws IOException {
        var own = Files.write(directory.resolve("My Voice.gguf"), gguf(4));
        assertThat(setting().run("model", "add", own.toString()).out())
                .contains("Added as my-voice.");
        assertThat(setting().run("model", "path", "my-voice").out()).isEqualTo(own + "\n");
        assertThat(
                        setting()
                                .run("model", "add", own.toString(), "--sha256", "0".repeat(64))
                                .status())
                .isEqualTo(1);
    }

    @Test
    void findsNoPathOfAModelThatIsNotHere() {
        var run = setting().run("model", "path", "first");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error()).contains("./twin model pull first");
    }

    private CommandRun.Setting setting() {
        return new CommandRun.Setting(directory.resolve("home"))
                .configured(directory.resolve("config"));
    }

    private static String selected(CommandRun list) {
        return Value.parsed(list.out()).items("items").stream()
                .filter(item -> item.isTrue("selected"))
                .map(item -> item.text("name"))
                .findFirst()
                .orElse("");
    }

    private static String entry(String name, Path file, byte[] content, String fallback) {
        return """
        {"name": "%s", "file": "%s.gguf", "bytes": %d, "sha256": "%s", "licence": "ours", "role": "generator",
         "fallback": [%s], "sources": [{"type": "path", "path": "%s"}]}
        """
                .formatted(name, name, content.length, sha256(content), fallback, file);
    }

    /// The beginning of a GGUF file of version 3, and a byte that makes it different from others.
    private static byte[] gguf(int different) {
        return ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putInt(different)
                .array();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// As the packages of native libraries name this machine.
    private static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "");
        var family = system.startsWith("mac") ? "mac" : system;
        return family
                + "-"
                + processor
                        .replace("amd64", "x64")
                        .replace("x86_64", "x64")
                        .replace("aarch64", "arm64");
    }
}
