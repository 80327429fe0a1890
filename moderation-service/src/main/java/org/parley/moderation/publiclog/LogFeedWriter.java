package org.parley.moderation.publiclog;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes the public log as Atom, in UTF-8. It has codes and slugs only, so no character
 * is outside the range of XML.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class LogFeedWriter {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private final XMLStreamWriter xml;

	private LogFeedWriter(XMLStreamWriter xml) {
		this.xml = xml;
	}

	static byte[] write(List<LogEntryView> entries, URI site) {
		var bytes = new ByteArrayOutputStream();
		try {
			var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
			new LogFeedWriter(xml).feed(entries, site);
			xml.close();
			return bytes.toByteArray();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The feed could not be written", ex);
		}
	}

	private void feed(List<LogEntryView> entries, URI site) throws XMLStreamException {
		this.xml.writeStartDocument("UTF-8", "1.0");
		this.xml.writeStartElement("feed");
		this.xml.writeDefaultNamespace(ATOM);
		text("id", "urn:parley:moderation-log:" + site.getHost());
		text("title", "Moderation log");
		text("updated", entries.stream().map(LogEntryView::at).findFirst().orElse(Instant.EPOCH).toString());
		author();
		this.xml.writeEmptyElement("link");
		this.xml.writeAttribute("rel", "self");
		this.xml.writeAttribute("href", site.resolve("/api/v1/moderation/log/feed").toString());
		for (var entry : entries) {
			entry(entry);
		}
		this.xml.writeEndElement();
		this.xml.writeEndDocument();
	}

	private void entry(LogEntryView entry) throws XMLStreamException {
		this.xml.writeStartElement("entry");
		text("id", "urn:ulid:" + entry.id());
		text("title", entry.act().json() + " in " + entry.category());
		text("published", entry.at().toString());
		text("updated", entry.at().toString());
		this.xml.writeStartElement("content");
		this.xml.writeAttribute("type", "text");
		this.xml.writeCharacters(entry.summary());
		this.xml.writeEndElement();
		this.xml.writeEndElement();
	}

	private void author() throws XMLStreamException {
		this.xml.writeStartElement("author");
		text("name", "Moderation");
		this.xml.writeEndElement();
	}

	private void text(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(text);
		this.xml.writeEndElement();
	}

	/**
	 * An act of moderation as everybody sees it.
	 *
	 * @param category the slug of the category
	 * @param reasons stable codes, the most severe first
	 * @param automated whether a check decided, without a moderator
	 * @param reported whether a reader's report led to it
	 * @param policyVersion the version of the policy; null without a check
	 * @param until when a ban ends
	 * @param appealed whether an appeal led to it
	 * @param concerns the id of the entry that this one confirms or ends
	 */
	record LogEntryView(String id, LoggedAct act, String category, List<String> reasons, boolean automated,
			boolean reported, @Nullable Long policyVersion, @Nullable Instant until, boolean appealed,
			@Nullable String concerns, Instant at) {

		/**
		 * Shows an entry with the present slug of its category.
		 * @param slugs the known slugs by the ids of categories
		 */
		static LogEntryView of(LogEntry entry, Map<String, String> slugs) {
			var category = entry.category();
			return new LogEntryView(entry.id(), entry.act(), slugs.getOrDefault(category.id(), category.slug()),
					entry.reasons(), entry.automated(), entry.reported(), entry.policyVersion(), entry.until(),
					entry.appealed(), entry.concerns(), entry.at());
		}

		/** One line for feeds. */
		String summary() {
			return this.act.json() + " in " + this.category + (this.automated ? ", by a check" : "")
					+ (this.reported ? ", after a report" : "") + (this.appealed ? ", after an appeal" : "")
					+ (this.reasons.isEmpty() ? "" : ": " + String.join(", ", this.reasons));
		}

	}

}
