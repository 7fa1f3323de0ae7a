package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.foundups.twin.core.TwinException;

/// A ZIP file, read entry by entry without unpacking it: nothing is ever written where its names
/// point to.
public final class Archive implements AutoCloseable {
    private static final int ENTRIES = 200_000;

    /// The first bytes of an archive, and of one without files.
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};

    private static final byte[] EMPTY = {'P', 'K', 5, 6};

    private final ZipFile zip;
    private final List<Entry> entries;
    private final Export export;

    private Archive(ZipFile zip, List<Entry> entries, Export export) {
        this.zip = zip;
        this.entries = entries;
        this.export = export;
    }

    /// An entry of the archive.
    public sealed interface Entry {
        String name();

        /// It can be read; what it is shows when it is opened.
        record Packed(String name, SourceFile file) implements Entry {}

        /// It is none of the things that hold words, such as a picture.
        record Passed(String name) implements Entry {}

        /// It cannot be read, and a person should know why.
        record Refused(String name, String reason) implements Entry {}
    }

    /// Whether a file of that name is worth packing: pictures, videos and what systems leave behind
    /// hold no words that could be read.
    public static boolean mayHoldWords(String name) {
        return !EntryName.holdsNoWords(name);
    }

    /// Whether a file begins as a ZIP file does.
    public static boolean isOne(SourceFile file) throws IOException {
        try (var bytes = file.open()) {
            var head = bytes.readNBytes(4);
            return Arrays.equals(head, LOCAL_HEADER) || Arrays.equals(head, EMPTY);
        }
    }

    /// Opens a ZIP file and looks at its directory.
    ///
    /// @throws TwinException VALIDATION if it is damaged or holds too much
    public static Archive open(Path file) throws IOException {
        var zip = opened(file);
        try {
            if (zip.size() > ENTRIES)
                throw invalid(
                        "The archive holds "
                                + zip.size()
                                + " files; at most "
                                + ENTRIES
                                + " are read. Split it.");
            var names = zip.stream().map(ZipEntry::getName).toList();
            return new Archive(zip, entries(zip), Export.of(names));
        } catch (RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    /// Names that are not UTF-8 come from older programs.
    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException _) {
            try {
                return new ZipFile(file.toFile(), Charset.forName("IBM437"));
            } catch (ZipException damaged) {
                throw new TwinException(
                        TwinException.Code.VALIDATION,
                        "The archive is damaged or was cut off. Fetch or pack it again.",
                        damaged);
            }
        }
    }

    private static TwinException invalid(String message) {
        return new TwinException(TwinException.Code.VALIDATION, message);
    }

    private static List<Entry> entries(ZipFile zip) {
        var entries = new ArrayList<Entry>();
        Set<String> seen = new HashSet<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                .forEach(entry -> entries.add(entry(zip, entry, seen)));
        return List.copyOf(entries);
    }

    private static Entry entry(ZipFile zip, ZipEntry entry, Set<String> seen) {
        var name = entry.getName();
        var objection = EntryName.objection(name);
        if (objection.isPresent())
            return new Entry.Refused(EntryName.printable(name), objection.get());
        if (!seen.add(name)) return new Entry.Refused(name, "a second file of the same name");
        if (EntryName.holdsNoWords(name)) return new Entry.Passed(name);
        return new Entry.Packed(name, new PackedFile(zip, entry));
    }

    /// What its directory holds, in the order of the names.
    public List<Entry> entries() {
        return entries;
    }

    /// Which platform's export it is; decides what of it may be read.
    public Export export() {
        return export;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// A file within the archive.
    private record PackedFile(ZipFile zip, ZipEntry entry) implements SourceFile {
        @Override
        public String name() {
            return entry.getName();
        }

        @Override
        public InputStream open() throws IOException {
            return new Inflation(zip.getInputStream(entry), entry.getCompressedSize());
        }

        /// As the archive says, which need not be true.
        @Override
        public long size() {
            return Math.max(0, entry.getSize());
        }
    }
}
