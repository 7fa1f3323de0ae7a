package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads transcripts in XML: walks through the elements, and leaves to [XmlTranscript] what they
/// mean. Document types and external entities are refused: they can expand without bound or read
/// other files.
final class XmlCues implements CueSource {
    /// Transcripts nest about six deep; the parser itself gives up at 100.
    private static final int DEPTH = 50;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final Deque<Heard> pending = new ArrayDeque<>();
    private final XmlTranscript transcript = new XmlTranscript();
    private @Nullable XMLStreamReader xml;
    private int depth;
    private boolean ended;

    XmlCues(InputStream bytes) {
        this.bytes = bytes;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public Optional<Heard> next() throws IOException {
        while (pending.isEmpty() && !ended) {
            try {
                if (xml == null) xml = opened();
                step(xml);
            } catch (XMLStreamException failure) {
                if (failure.getNestedException() instanceof IOException unreadable)
                    throw unreadable;
                var place = failure.getLocation();
                refuse(place == null ? 1 : place.getLineNumber(), "not XML: " + sentence(failure));
            }
        }
        return Optional.ofNullable(pending.pollFirst());
    }

    /// Malformed bytes show as U+FFFD, and cost their cue.
    private XMLStreamReader opened() throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private void step(XMLStreamReader reader) throws XMLStreamException {
        if (!reader.hasNext()) {
            ended = true;
            return;
        }
        var event = reader.next();
        var line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.DTD ->
                    refuse(line, "a document type declaration, which is not read for safety");
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEPTH) refuse(line, "elements nest more than " + DEPTH + " deep");
                else transcript.begins(line, new XmlElement(reader));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                pending.addAll(transcript.ends());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    transcript.says(reader.getText());
            default -> {}
        }
    }

    private void refuse(long line, String reason) {
        pending.add(new Heard.Broken(Math.max(line, 1), reason));
        ended = true;
    }

    private static String sentence(XMLStreamException failure) {
        var said = String.valueOf(failure.getMessage());
        var plain = said.substring(said.indexOf("Message: ") + 1).replaceFirst("^essage: ", "");
        plain = plain.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 160 ? plain.substring(0, 160) : plain;
    }
}
