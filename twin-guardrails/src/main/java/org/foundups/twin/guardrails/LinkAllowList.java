package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;

/// Objects to every way out of the platform that is not on the allow-list: web addresses, handles,
/// hashtags; and to e-mail addresses and telephone numbers, which are on none.
final class LinkAllowList implements Check {
    private final List<String> hosts;
    private final Set<String> handles = new HashSet<>();

    LinkAllowList(StyleRules.LinkRules rules) {
        this.hosts = rules.allowedHosts().stream().map(LinkAllowList::lower).toList();
        for (var handle : rules.allowedHandles()) {
            var name = lower(handle);
            handles.add(name.startsWith("@") || name.startsWith("#") ? name : "@" + name);
        }
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        for (var link : text.links()) {
            switch (link.kind()) {
                case WEB -> {
                    if (!allowed(link.address())) {
                        findings.add(
                                finding(
                                        "link",
                                        "It points to an address that is not allowed",
                                        link));
                    }
                }
                case HANDLE -> {
                    if (!handles.contains(link.address())) {
                        findings.add(
                                finding("handle", "It names a handle that is not allowed", link));
                    }
                }
                case EMAIL ->
                        findings.add(finding("contact_data", "It gives an e-mail address", link));
                case PHONE ->
                        findings.add(finding("contact_data", "It gives a telephone number", link));
                case WALLET -> {} // Secrets object to it.
            }
        }
        hashtags(text, findings);
        return findings;
    }

    private boolean allowed(String host) {
        return hosts.stream().anyMatch(each -> host.equals(each) || host.endsWith("." + each));
    }

    private static Finding finding(String rule, String message, Link link) {
        var sentence = message + ": " + link.address() + ".";
        return new Finding(rule, Severity.ERROR, sentence, link.span());
    }

    private void hashtags(Reading text, List<Finding> findings) {
        for (var word : text.words()) {
            int sign = word.from() - 1;
            boolean tag =
                    sign >= 0
                            && text.folded().charAt(sign) == '#'
                            && word.text().codePoints().anyMatch(Character::isLetter)
                            && !(sign > 0 && within(text.folded().charAt(sign - 1)));
            if (tag && !handles.contains("#" + word.text())) {
                var message = "It holds a hashtag that is not allowed: #" + word.text() + ".";
                var span = text.span(sign, word.to());
                findings.add(new Finding("hashtag", Severity.ERROR, message, span));
            }
        }
    }

    private static boolean within(char character) {
        return Character.isLetterOrDigit(character) || character == '/' || character == '&';
    }
}
