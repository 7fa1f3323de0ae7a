package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlCuesTest {
    private static HeardCues read(String xml) {
        return HeardCues.of(xml, XmlCues::new);
    }

    private static String body(String paragraphs) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>\n"
                + paragraphs
                + "\n</div></body></tt>";
    }

    @Test
    void readsTtml() {
        var heard =
                read(
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xml:lang="en"
                            xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
                            xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25">
                          <tt:head><tt:metadata>
                            <ttm:title>A talk</ttm:title>
                            <ttm:agent xml:id="a1" type="person">
                              <ttm:name type="full">Jonas Weber</ttm:name></ttm:agent>
                          </tt:metadata></tt:head>
                          <tt:body><tt:div>
                            <tt:p begin="00:00:01:05" end="00:00:02:00" ttm:agent="a1">Rain &amp;
                              <tt:span tts:fontStyle="italic" xmlns:tts="x">rice</tt:span>,<tt:br/>both</tt:p>
                            <tt:p begin="3s" dur="500ms"><ttm:desc>no speech</ttm:desc>Yes.</tt:p>
                            <tt:p begin="50f" end="75f">Hm</tt:p>
                          </tt:div></tt:body>
                        </tt:tt>
                        """);
        assertThat(heard.faults()).isEmpty();
        assertThat(heard.shown())
                .containsExactly(
                        "1.2-2.0 Jonas Weber: Rain & rice,\nboth",
                        "3.0-3.5 null: Yes.",
                        "2.0-3.0 null: Hm");
    }

    @Test
    void countsTimesFromTheElementAround() {
        var heard =
                read(
                        "<tt><body begin='10s'><div begin='5s'><p begin='1s' end='2s'>a</p>"
                                + "<p><span begin='3s' end='4s'>b</span> <span begin='5s' end='6s'>c</span></p>"
                                + "</div></body></tt>");
        assertThat(heard.shown()).containsExactly("16.0-17.0 null: a", "15.0-21.0 null: b c");
    }

    @Test
    void takesTheTimesOfSpansWhereAParagraphHasNone() {
        var heard =
                read(
                        body(
                                "<p><span begin='3s' end='4s'>b</span><br/>"
                                        + "<span begin='5s' end='6s'>c</span></p><p>d</p>"));
        assertThat(heard.shown()).containsExactly("3.0-6.0 null: b\nc", "null-null null: d");
    }

    @Test
    void separatesTheAgentsOfAParagraph() {
        var heard =
                read(
                        body(
                                "<p begin='0s' end='4s'><span agent='Anna'>aa</span>"
                                        + "<span agent='Bo'>bb</span></p>"));
        assertThat(heard.shown()).containsExactly("0.0-2.0 Anna: aa", "2.0-4.0 Bo: bb");
    }

    @Test
    void leavesFuriganaOut() {
        var heard =
                read(
                        body(
                                "<p begin='0s' end='4s'><span ruby='container'><span"
                                        + " ruby='base'>田</span><span ruby='text'>た</span></span>んぼ</p>"));
        assertThat(heard.texts()).containsExactly("田んぼ");
    }

    @Test
    void readsTheOlderFormsOfYouTube() {
        assertThat(
                        read("<?xml version=\"1.0\"?><transcript>"
                                        + "<text start=\"0.5\" dur=\"1.5\">It&amp;#39;s\nraining</text>"
                                        + "<text start=\"2\">on &amp;lt;us&amp;gt;</text></transcript>")
                                .shown())
                .containsExactly("0.5-2.0 null: It's\nraining", "2.0-null null: on <us>");
        assertThat(
                        read("""
                        <?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
                        <head><pen id="0"/><ws id="0"/></head>
                        <body>
                        <w t="0" id="1" wp="1" ws="1"/>
                        <p t="240" d="4000" w="1"><s ac="0">so</s><s t="320" ac="0"> today</s></p>
                        <p t="2150" d="2090" w="1" a="1">
                        </p>
                        <p t="2160" d="x" w="1">it rains</p>
                        <p t="x" d="1" w="1">lost</p>
                        </body></timedtext>
                        """)
                                .shown())
                .containsExactly("0.24-4.24 null: so today", "2.16-null null: it rains");
        assertThat(read("<timedtext><text t='100' d='200'>a</text></timedtext>").shown())
                .containsExactly("0.1-0.3 null: a");
    }

    @Test
    void losesOnlyACueWithBrokenTimes() {
        var heard =
                read(
                        body(
                                "<p begin='soon' end='2s'>a</p>\n<p begin='3s' end='soon'>b</p>\n"
                                        + "<p begin='5s' end='4s'>c</p>"));
        assertThat(heard.shown()).containsExactly("3.0-null null: b", "5.0-null null: c");
        assertThat(heard.faults()).containsExactly("2: its begin is no time");
    }

    @Test
    void givesTheCuesBeforeACut() {
        var xml = body("<p begin='1s' end='2s'>a</p>\n<p begin='3s' end='4s'>b and so");
        var heard = read(xml.substring(0, xml.length() - 20));
        assertThat(heard.texts()).containsExactly("a");
        assertThat(heard.faults()).singleElement().asString().startsWith("3: not XML: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
                "<!DOCTYPE tt [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE tt SYSTEM \"http://192.0.2.1/tt.dtd\">",
            })
    void refusesDocumentTypes(String type) {
        var heard = read("<?xml version=\"1.0\"?>\n" + type + "\n" + body("<p begin='1s'>&c;</p>"));
        assertThat(heard.texts()).isEmpty();
        assertThat(heard.faults())
                .containsExactly("2: a document type declaration, which is not read for safety");
    }

    @Test
    void refusesEntitiesNobodyDeclared() {
        var heard = read(body("<p begin='1s'>a</p><p begin='2s'>&c;</p>"));
        assertThat(heard.texts()).containsExactly("a");
        assertThat(heard.faults()).singleElement().asString().startsWith("2: not XML: ");
    }

    @Test
    void refusesElementsThatNestWithoutEnd() {
        assertThat(read("<tt>" + "<div>".repeat(200_000)).faults())
                .containsExactly("1: elements nest more than 50 deep");
    }

    @Test
    void refusesACueThatNeverEnds() {
        var heard =
                read(body("<p begin='1s'>" + "word ".repeat(400_000) + "</p><p begin='2s'>b</p>"));
        assertThat(heard.texts()).containsExactly("b");
        assertThat(heard.faults()).singleElement().asString().contains("65536 characters");
    }

    @Test
    void showsMalformedBytes() {
        var xml = body("<p begin='1s'>a</p><p begin='2s'>café</p><p begin='3s'>c</p>");
        var heard = HeardCues.of(xml.getBytes(StandardCharsets.ISO_8859_1), XmlCues::new);
        assertThat(heard.texts()).containsExactly("a", "caf\uFFFD", "c");
    }
}
