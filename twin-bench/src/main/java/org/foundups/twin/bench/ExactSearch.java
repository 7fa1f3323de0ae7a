package org.foundups.twin.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javax.sql.DataSource;

/// All vectors of a persona in memory, compared one by one.
record ExactSearch(List<String> sourceIds, List<float[]> vectors) {
    private record Near(String sourceId, float product) {}

    static ExactSearch of(DataSource database, String persona) throws SQLException {
        var ids = new ArrayList<String>();
        var vectors = new ArrayList<float[]>();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement(
                            "SELECT source_id, embedding FROM memory_document WHERE persona = ?")) {
                statement.setFetchSize(1_000);
                statement.setString(1, persona);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                        vectors.add(floats(rows.getBytes(2)));
                    }
                }
            }
        }
        return new ExactSearch(ids, vectors);
    }

    private static float[] floats(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    float[] vector(String sourceId) {
        return vectors.get(sourceIds.indexOf(sourceId));
    }

    /// The nearest by inner product.
    ///
    /// @return their source ids, in no order
    List<String> nearest(float[] point, int count) {
        var nearest = new PriorityQueue<Near>(Comparator.comparingDouble(Near::product));
        for (var index = 0; index < vectors.size(); index++) {
            nearest.add(new Near(sourceIds.get(index), product(point, vectors.get(index))));
            if (nearest.size() > count) nearest.remove();
        }
        return nearest.stream().map(Near::sourceId).toList();
    }

    private static float product(float[] one, float[] other) {
        var sum = 0f;
        for (var index = 0; index < one.length; index++) sum += one[index] * other[index];
        return sum;
    }
}
