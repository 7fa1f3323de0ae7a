package org.foundups.twin.guardrails;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foundups.twin.core.Span;

/// Finds telephone numbers. Asking the library is the costliest rule of all, so only stretches of 7
/// to 15 digits that are written like a number are put to it, and not many of them.
final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS = List.of("US", "GB", "JP", "DE");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_ASKED = 20;

    /// Year first or last.
    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}");

    private Phones() {}

    /// Where they stand in the text, as its own indices.
    static List<Span> in(String text) {
        List<Span> phones = new ArrayList<>(0);
        int asked = 0;
        int index = 0;
        while (index < text.length() && asked < MOST_ASKED) {
            if (!begins(text, index)) {
                index++;
                continue;
            }
            int end = end(text, index);
            int digits = digits(text, index, end);
            boolean alone = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (alone && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS) {
                asked++;
                if (phone(text.substring(index, end))) phones.add(new Span(index, end));
            }
            index = end;
        }
        return phones;
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean begins(String text, int index) {
        char first = text.charAt(index);
        if (!digit(first) && first != '+' && first != '(') return false;
        if (index == 0) return true;
        char before = text.charAt(index - 1);
        return !Character.isLetterOrDigit(before) && "-./=_#".indexOf(before) < 0;
    }

    private static int end(String text, int start) {
        int end = start + 1;
        int last = digit(text.charAt(start)) ? end : start;
        while (end < text.length() && end - last < 3) {
            char character = text.charAt(end++);
            if (digit(character)) last = end;
            else if (" -.()/".indexOf(character) < 0) break;
        }
        return Math.max(last, start + 1);
    }

    private static int digits(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) if (digit(text.charAt(i))) digits++;
        return digits;
    }

    private static boolean phone(String candidate) {
        if (DATE.matcher(candidate).matches()) return false;
        if (candidate.startsWith("+")) return possible(candidate, "ZZ");
        boolean grouped = candidate.chars().anyMatch(c -> " -.()/".indexOf(c) >= 0);
        boolean trunk = candidate.startsWith("0");
        if (!grouped && !trunk && candidate.length() < 10) return false;
        return REGIONS.stream().anyMatch(region -> valid(candidate, region));
    }

    private static boolean possible(String candidate, String region) {
        try {
            return NUMBERS.isPossibleNumber(NUMBERS.parse(candidate, region));
        } catch (NumberParseException _) {
            return false;
        }
    }

    private static boolean valid(String candidate, String region) {
        try {
            return NUMBERS.isValidNumberForRegion(NUMBERS.parse(candidate, region), region);
        } catch (NumberParseException _) {
            return false;
        }
    }
}
