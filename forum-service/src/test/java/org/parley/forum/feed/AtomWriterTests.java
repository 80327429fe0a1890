package org.parley.forum.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

class AtomWriterTests {

	private static final URI SITE = URI.create("https://forum.example.org");

	private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

	@Test
	void feedIsValidAtom() {
		var feed = written(entry("Which tomatoes?", "<p>It faces <b>north</b> &amp; west.</p>"));
		assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
		assertThat(feed.getLocalName()).isEqualTo("feed");
		assertThat(feed.getAttributeNS("http://www.w3.org/XML/1998/namespace", "base"))
			.isEqualTo("https://forum.example.org");
		assertThat(text(feed, "updated")).isEqualTo("2026-11-20T10:00:00Z");
		var entry = (Element) feed.getElementsByTagNameNS("*", "entry").item(0);
		assertThat(text(entry, "title")).isEqualTo("Which tomatoes?");
		assertThat(text(entry, "name")).isEqualTo("Alice");
		assertThat(text(entry, "content")).isEqualTo("<p>It faces <b>north</b> &amp; west.</p>");
		assertThat(entry.getElementsByTagNameNS("*", "summary").getLength()).isZero();
	}

	@Test
	void emptyFeedHasCreationTimeAsUpdateTime() {
		assertThat(text(written(), "updated")).isEqualTo("2026-11-20T09:00:00Z");
	}

	@Test
	void markupAndInvalidCharactersAreEscaped() {
		var hostile = "]]></title><script>&\"'\u0085 \uFFFE\uFFFF";
		var entry = (Element) written(entry(hostile, hostile)).getElementsByTagNameNS("*", "entry").item(0);
		assertThat(text(entry, "title")).startsWith("]]></title><script>&\"'").endsWith("\uFFFD\uFFFD");
		assertThat(text(entry, "content")).isEqualTo(text(entry, "title"));
	}

	@Test
	void supplementaryCharactersAreWritten() {
		var entry = written(entry("🍅 日本語 \uD834\uDD1E", "x")).getElementsByTagNameNS("*", "entry").item(0);
		assertThat(text((Element) entry, "title")).isEqualTo("🍅 日本語 \uD834\uDD1E");
	}

	private static Feed.Entry entry(String title, String html) {
		return new Feed.Entry("urn:parley:post:1", title, SITE.resolve("/threads/1"), "Alice", THEN,
				THEN.plusSeconds(3600), null, html);
	}

	private static Element written(Feed.Entry... entries) {
		var feed = new Feed("urn:parley:thread:1", "A thread", SITE.resolve("/feed"), SITE.resolve("/threads/1"), THEN,
				List.copyOf(Arrays.asList(entries)));
		return parsed(AtomWriter.write(feed, SITE));
	}

	private static Element parsed(byte[] atom) {
		try {
			var parsers = DocumentBuilderFactory.newDefaultNSInstance();
			return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(atom)).getDocumentElement();
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(Element within, String name) {
		return within.getElementsByTagNameNS("*", name).item(0).getTextContent();
	}

}
