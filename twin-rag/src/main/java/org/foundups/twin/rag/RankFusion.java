package org.foundups.twin.rag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins ranked lists whose scores are on different scales.
final class RankFusion {
    /// The damping of the source.
    static final int DAMPING = 60;

    private RankFusion() {}

    /// Reciprocal rank fusion: `score(d) = Σ 1 / (damping + rank)`, ranks from 1.
    ///
    /// @param lists best first; items unique within a list; a list may be empty
    /// @param damping at least 1
    /// @return every item with its score, in order of first appearance
    /// @throws IllegalArgumentException if `damping` is below 1
    /// @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke and Büttcher, SIGIR
    ///   2009</a>
    static <T> Map<T, Double> fuse(List<List<T>> lists, int damping) {
        if (damping < 1) throw new IllegalArgumentException("a damping is at least 1");
        var fused = new LinkedHashMap<T, Double>();
        for (var list : lists) {
            for (int rank = 1; rank <= list.size(); rank++)
                fused.merge(list.get(rank - 1), 1.0 / (damping + rank), Double::sum);
        }
        return fused;
    }
}
