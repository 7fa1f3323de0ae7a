package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.foundups.twin.core.Span;

/// One normalised reading of a text, shared by all rules. Immutable; made in time linear in the
/// length.
final class Reading {
    /// Nothing is read beyond this many UTF-16 code units.
    static final int LONGEST = 200_000;

    private static final Turned TURNED = new Turned(new TreeSet<>(Lexicon.worthHiding()));

    private final String original;
    private final List<View> views;
    private final Graphemes graphemes;
    private final List<Link> links;

    private Reading(String original, List<View> views) {
        this.original = original;
        this.views = List.copyOf(views);
        this.graphemes = Graphemes.of(original);
        this.links = Links.of(views.getFirst().folded());
    }

    static Reading of(String text) {
        var original = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var folded = Folding.fold(original);
        var plain = View.of(View.Kind.PLAIN, folded);
        List<View> views = new ArrayList<>();
        views.add(plain);
        views.addAll(Leetspeak.views(folded));
        var joined = new SpacedLetters(folded, Lexicon.vocabulary()).view();
        if (joined != null) views.add(joined);
        views.addAll(TURNED.views(plain));
        views.addAll(Encodings.views(original));
        views.addAll(Invisibles.views(original));
        return new Reading(original, views);
    }

    String original() {
        return original;
    }

    View plain() {
        return views.getFirst();
    }

    /// The text in lower case and normal form.
    String folded() {
        return plain().folded().text();
    }

    List<Word> words() {
        return plain().words();
    }

    /// As it stands first, then every disguise that could be undone.
    List<View> views() {
        return views;
    }

    int graphemes() {
        return graphemes.count();
    }

    List<Span> emoji() {
        return graphemes.emoji();
    }

    /// In the order of the text, without overlaps of the same kind.
    List<Link> links() {
        return links;
    }

    /// Where in the original the folded text has `from` (inclusive) to `to` (exclusive).
    Span span(int from, int to) {
        return plain().folded().span(from, to);
    }
}
