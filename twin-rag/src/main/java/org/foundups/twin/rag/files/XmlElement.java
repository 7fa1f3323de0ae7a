package org.foundups.twin.rag.files;

import javax.xml.stream.XMLStreamReader;

/// The element at which a reader stands. Namespaces do not matter: files write them in many ways.
record XmlElement(XMLStreamReader reader) {
    String name() {
        return reader.getLocalName();
    }

    /// Empty where it is absent.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i);
        }
        return "";
    }
}
