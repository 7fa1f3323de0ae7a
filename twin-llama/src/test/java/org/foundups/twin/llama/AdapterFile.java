package org.foundups.twin.llama;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Writes a LoRA adapter in GGUF for one matrix of a model: random, so that it changes every reply.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF</a>
final class AdapterFile {
    private static final int RANK = 4;
    private static final int STRING = 8;
    private static final int FLOAT = 6;
    private static final int ALIGNMENT = 32;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// @param width of the square matrix of the first layer's queries
    static void write(Path file, String architecture, int width) throws IOException {
        var writer = new AdapterFile();
        writer.header(architecture, width);
        writer.pad();
        writer.tensor(RANK * width, new Random(1));
        writer.tensor(RANK * width, new Random(2));
        Files.write(file, writer.out.toByteArray());
    }

    private void header(String architecture, int width) {
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        number(3);
        number(2L);
        number(4L);
        value("general.type", "adapter");
        value("general.architecture", architecture);
        value("adapter.type", "lora");
        string("adapter.lora.alpha");
        number(FLOAT);
        number(Float.floatToIntBits(64));
        describe("blk.0.attn_q.weight.lora_a", width, RANK, 0);
        describe("blk.0.attn_q.weight.lora_b", RANK, width, (long) RANK * width * Float.BYTES);
    }

    private void describe(String name, long columns, long rows, long offset) {
        string(name);
        number(2);
        number(columns);
        number(rows);
        number(0);
        number(offset);
    }

    private void tensor(int size, Random random) {
        for (var i = 0; i < size; i++) number(Float.floatToIntBits(random.nextFloat() - 0.5f));
        pad();
    }

    private void value(String key, String text) {
        string(key);
        number(STRING);
        string(text);
    }

    private void string(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number((long) bytes.length);
        out.writeBytes(bytes);
    }

    private void number(int value) {
        littleEndian(value, Integer.BYTES);
    }

    private void number(long value) {
        littleEndian(value, Long.BYTES);
    }

    private void littleEndian(long value, int bytes) {
        for (var i = 0; i < bytes; i++) out.write((int) (value >>> (8 * i)) & 0xff);
    }

    private void pad() {
        while (out.size() % ALIGNMENT != 0) out.write(0);
    }
}
