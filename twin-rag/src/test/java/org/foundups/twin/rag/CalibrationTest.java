package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CalibrationTest {
    private static final Calibration CALIBRATION = new Calibration(10, 0.4);

    @Test
    void givesAHalfAtTheMidpoint() {
        assertThat(CALIBRATION.score(0.4)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void risesAndStaysWithinZeroAndOne() {
        for (double cosine = -1; cosine < 1; cosine += 0.01)
            assertThat(CALIBRATION.score(cosine))
                    .isBetween(0.0, 1.0)
                    .isLessThan(CALIBRATION.score(cosine + 0.01));
    }

    @Test
    void refusesWhatIsNoCurve() {
        for (var slope : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
            assertThatThrownBy(() -> new Calibration(slope, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        for (var midpoint : new double[] {-1.1, 1.1, Double.NaN})
            assertThatThrownBy(() -> new Calibration(1, midpoint))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
