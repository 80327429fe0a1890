package org.parley.summary.discussion;

import java.util.Locale;
import java.util.Set;

import org.springframework.web.util.HtmlUtils;

/**
 * Reads what a post says out of the sanitized HTML that the forum made of it. A line is a
 * paragraph or an item. Quotes repeat others and code says nothing, so they are left out,
 * unless there is nothing else.
 */
final class HtmlText {

	private static final Set<String> LEFT_OUT = Set.of("blockquote", "pre");

	private static final Set<String> LINES = Set.of("p", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "div",
			"blockquote", "pre", "ul", "ol", "table", "hr");

	private final String html;

	private final Set<String> leftOut;

	private final StringBuilder text = new StringBuilder();

	private int skipped;

	private HtmlText(String html, Set<String> leftOut) {
		this.html = html;
		this.leftOut = leftOut;
	}

	/** The text of well-formed HTML. */
	static String of(String html) {
		var own = new HtmlText(html, LEFT_OUT).read();
		return own.isEmpty() ? new HtmlText(html, Set.of()).read() : own;
	}

	private String read() {
		int at = 0;
		while (at < this.html.length()) {
			int tag = this.html.indexOf('<', at);
			int end = (tag < 0) ? -1 : this.html.indexOf('>', tag);
			if (end < 0) {
				say(this.html.substring(at));
				break;
			}
			say(this.html.substring(at, tag));
			pass(this.html.substring(tag + 1, end));
			at = end + 1;
		}
		return lines();
	}

	private void say(String piece) {
		if (this.skipped == 0) {
			this.text.append(HtmlUtils.htmlUnescape(piece.replace('\n', ' ')));
		}
	}

	private void pass(String tag) {
		var name = nameOf(tag);
		if (this.leftOut.contains(name)) {
			this.skipped = Math.max(0, this.skipped + (tag.startsWith("/") ? -1 : 1));
		}
		if (LINES.contains(name)) {
			this.text.append('\n');
		}
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
