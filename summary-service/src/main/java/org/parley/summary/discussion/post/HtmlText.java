package org.parley.summary.discussion.post;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Extracts the text of a post from the forum's sanitized HTML, one line per paragraph or
 * list item. Quotes and code are skipped unless the post has nothing else, footnotes and
 * the words of spoilers always.
 */
final class HtmlText {

	private static final Set<String> SKIPPED_ELEMENTS = Set.of("blockquote", "pre");

	private static final Set<String> LINE_ELEMENTS = Set.of("p", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr",
			"div", "blockquote", "pre", "ul", "ol", "table", "hr");

	private static final String SPOILER = " class=\"spoiler\"";

	private static final String HIDDEN = "▒▒▒";

	private static final String FOOTNOTE = " class=\"footnote";

	private final String html;

	private final Set<String> skippedElements;

	private final StringBuilder text = new StringBuilder();

	/** The name of the element that is being skipped. */
	private @Nullable String skipped;

	/** The number of open elements of this name. */
	private int skippedDepth;

	private HtmlText(String html, Set<String> skippedElements) {
		this.html = html;
		this.skippedElements = skippedElements;
	}

	/** Extracts the text of well-formed HTML. */
	static String extract(String html) {
		var own = new HtmlText(html, SKIPPED_ELEMENTS).read();
		return own.isEmpty() ? new HtmlText(html, Set.of()).read() : own;
	}

	private String read() {
		int position = 0;
		while (position < this.html.length()) {
			int tag = this.html.indexOf('<', position);
			int end = (tag < 0) ? -1 : this.html.indexOf('>', tag);
			if (end < 0) {
				appendText(this.html.substring(position));
				break;
			}
			appendText(this.html.substring(position, tag));
			processTag(this.html.substring(tag + 1, end));
			position = end + 1;
		}
		return lines();
	}

	private void appendText(String encoded) {
		if (this.skipped == null) {
			this.text.append(HtmlUtils.htmlUnescape(encoded.replace('\n', ' ')));
		}
	}

	private void processTag(String tag) {
		var name = nameOf(tag);
		if (this.skipped == null && isSkipped(tag, name)) {
			this.skipped = name;
		}
		if (name.equals(this.skipped)) {
			this.skippedDepth += tag.startsWith("/") ? -1 : 1;
			this.skipped = (this.skippedDepth == 0) ? null : name;
		}
		if (LINE_ELEMENTS.contains(name)) {
			this.text.append('\n');
		}
	}

	private boolean isSkipped(String tag, String name) {
		if (tag.contains(SPOILER)) {
			this.text.append(HIDDEN);
			return true;
		}
		return tag.contains(FOOTNOTE) || (this.skippedElements.contains(name) && !tag.startsWith("/"));
	}

	private static String nameOf(String tag) {
		int from = tag.startsWith("/") ? 1 : 0;
		int to = from;
		while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
			to++;
		}
		return tag.substring(from, to).toLowerCase(Locale.ROOT);
	}

	private String lines() {
		var lines = new StringBuilder();
		this.text.toString().lines().map((line) -> line.strip().replaceAll("\\s+", " ")).forEach((line) -> {
			if (!line.isEmpty()) {
				lines.append(lines.isEmpty() ? "" : "\n").append(line);
			}
		});
		return lines.toString();
	}

}
