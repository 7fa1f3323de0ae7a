package org.foundups.twin.cli;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people say them.
final class Amounts {
    private static final String[] DECIMAL_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Amounts() {}

    /// 1117320736 -> 1.1 GB
    static String bytes(long bytes) {
        var unit = 0;
        var amount = (double) bytes;
        while (amount >= 999.5 && unit < DECIMAL_UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return (unit == 0 || amount >= 99.5 ? format("%.0f", amount) : format("%.1f", amount))
                + " "
                + DECIMAL_UNITS[unit];
    }

    /// 1234567 -> 1,234,567; 310.4 -> 310; 2.5 -> 2.5
    static String count(double number) {
        return number == Math.rint(number) || number >= 10
                ? format("%,.0f", number)
                : format("%,.1f", number);
    }

    /// 0.83 -> 83 %
    static String percent(double share) {
        return format("%.0f %%", share * 100);
    }

    /// Below a minute with as many digits as tell something, above it in two units.
    static String duration(Duration duration) {
        var millis = duration.toNanos() / 1e6;
        if (millis < 9.95) return format("%.1f ms", millis);
        if (millis < 999.5) return format("%.0f ms", millis);
        var seconds = Math.round(millis / 1000);
        if (millis < 9_950 && millis != seconds * 1000) return format("%.1f s", millis / 1000);
        if (seconds < 60) return seconds + " s";
        if (seconds < 3600) return pair(seconds / 60, "min", seconds % 60, "s");
        if (seconds < 86_400) return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
        return pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    /// 1 row, 2 rows
    static String counted(double number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }

    private static String pair(long first, String firstUnit, long second, String secondUnit) {
        return first + " " + firstUnit + (second == 0 ? "" : " " + second + " " + secondUnit);
    }

    static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
