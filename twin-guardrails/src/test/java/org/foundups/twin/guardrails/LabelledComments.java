package org.foundups.twin.guardrails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the labelled comments of the YouTube Spam Collection: CSV with a header, whose last two
/// columns are the text and the label.
record LabelledComments(String video, List<LabelledComment> comments) {
    /// One comment and what people said it is.
    record LabelledComment(String text, boolean spam) {}

    static List<LabelledComments> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(LabelledComments::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LabelledComments read(Path file) {
        try {
            return new LabelledComments(
                    String.valueOf(file.getFileName()), parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<LabelledComment> parse(String csv) {
        return rows(csv).stream()
                .skip(1)
                .filter(row -> row.size() > 2)
                .map(row -> new LabelledComment(row.get(row.size() - 2), row.getLast().equals("1")))
                .toList();
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char character = csv.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (doubled) field.append(csv.charAt(++i));
                else quoted = !quoted;
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(field.toString().strip());
                field.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else field.append(character);
        }
        if (!row.isEmpty()) {
            row.add(field.toString().strip());
            rows.add(row);
        }
        return rows;
    }
}
