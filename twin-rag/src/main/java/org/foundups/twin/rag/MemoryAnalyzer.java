package org.foundups.twin.rag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words as the index knows them: folded, stemmed, without English function words; Chinese,
/// Japanese and Korean as pairs of characters.
final class MemoryAnalyzer extends Analyzer {
    static final MemoryAnalyzer SHARED = new MemoryAnalyzer();

    private MemoryAnalyzer() {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        var width = new CJKWidthFilter(tokenizer);
        var lower = new LowerCaseFilter(new EnglishPossessiveFilter(width));
        var stopped = new StopFilter(lower, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        var folded = new ASCIIFoldingFilter(new CJKBigramFilter(stopped));
        return new TokenStreamComponents(tokenizer, new KStemFilter(folded));
    }

    /// The different terms of a text in order of first appearance, at most `limit`. Nothing in the
    /// text has a meaning but its words: there is no query syntax.
    static List<String> terms(String text, int limit) {
        Set<String> terms = new LinkedHashSet<>();
        try (var stream = SHARED.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < limit && stream.incrementToken()) terms.add(term.toString());
        } catch (IOException impossible) {
            throw new AssertionError("a string was not readable", impossible);
        }
        return new ArrayList<>(terms);
    }
}
