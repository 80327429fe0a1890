package org.parley.forum.feed;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/** Writes a feed as Atom, in UTF-8. */
final class AtomWriter {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	/** Characters outside the range of XML 1.0, section 2.2: parsers reject them. */
	private static final Pattern INVALID_CHARACTER = Pattern
		.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	private final XMLStreamWriter xml;

	private AtomWriter(XMLStreamWriter xml) {
		this.xml = xml;
	}

	/** Writes a feed; relative links in its content resolve against the base URI. */
	static byte[] write(Feed feed, URI base) {
		var bytes = new ByteArrayOutputStream();
		try {
			var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
			new AtomWriter(xml).feed(feed, base);
			xml.close();
			return bytes.toByteArray();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The feed could not be written", ex);
		}
	}

	private void feed(Feed feed, URI base) throws XMLStreamException {
		this.xml.writeStartDocument("UTF-8", "1.0");
		this.xml.writeStartElement("feed");
		this.xml.writeDefaultNamespace(ATOM);
		this.xml.writeAttribute("xml:base", base.toString());
		text("id", feed.id());
		text("title", feed.title());
		time("updated", feed.updated());
		link("self", feed.self());
		link("alternate", feed.page());
		for (var entry : feed.entries()) {
			entry(entry);
		}
		this.xml.writeEndElement();
		this.xml.writeEndDocument();
	}

	private void entry(Feed.Entry entry) throws XMLStreamException {
		this.xml.writeStartElement("entry");
		text("id", entry.id());
		text("title", entry.title());
		time("published", entry.published());
		time("updated", entry.updated());
		this.xml.writeStartElement("author");
		text("name", entry.author());
		this.xml.writeEndElement();
		link("alternate", entry.page());
		typed("summary", "text", entry.summary());
		typed("content", "html", entry.html());
		this.xml.writeEndElement();
	}

	private void link(String relation, URI target) throws XMLStreamException {
		this.xml.writeEmptyElement("link");
		this.xml.writeAttribute("rel", relation);
		this.xml.writeAttribute("href", target.toString());
	}

	private void time(String name, Instant time) throws XMLStreamException {
		text(name, time.toString());
	}

	private void typed(String name, String type, @Nullable String text) throws XMLStreamException {
		if (text != null) {
			this.xml.writeStartElement(name);
			this.xml.writeAttribute("type", type);
			this.xml.writeCharacters(clean(text));
			this.xml.writeEndElement();
		}
	}

	private void text(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(clean(text));
		this.xml.writeEndElement();
	}

	private static String clean(String text) {
		return INVALID_CHARACTER.matcher(text).replaceAll("\uFFFD");
	}

}
