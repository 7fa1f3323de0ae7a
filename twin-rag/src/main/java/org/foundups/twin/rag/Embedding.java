package org.foundups.twin.rag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.util.VectorUtil;

/// A text as a direction in space: a vector of length one, so that the cosine of two is their dot
/// product. Immutable.
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /// Copies and scales to length one.
    ///
    /// @throws IllegalArgumentException if there is no direction: all zero, or not finite
    public static Embedding normalised(float... values) {
        double square = 0;
        for (var value : values) square += (double) value * value;
        if (!(square > 0) || Double.isInfinite(square))
            throw new IllegalArgumentException("a vector without direction is no embedding");
        var scale = 1 / Math.sqrt(square);
        var unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) unit[i] = (float) (values[i] * scale);
        return new Embedding(unit);
    }

    /// Reads what [#encoded] wrote.
    static Embedding decoded(byte[] bytes) {
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Embedding(values);
    }

    /// float32, little endian.
    byte[] encoded() {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes.array();
    }

    /// Takes over an array that is of length one already and that nobody will change.
    static Embedding trusted(float[] unit) {
        return new Embedding(unit);
    }

    /// The array itself: whoever asks must not write to it.
    float[] array() {
        return values;
    }

    /// How alike two are in direction, -1..1. Vectors of different models must not be compared.
    public double cosine(Embedding other) {
        return VectorUtil.dotProduct(values, other.values);
    }

    /// A copy of the numbers.
    public float[] values() {
        return values.clone();
    }

    public int dimensions() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding of " + values.length + " dimensions";
    }
}
