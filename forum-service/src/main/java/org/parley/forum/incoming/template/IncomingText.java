package org.parley.forum.incoming.template;

import java.util.regex.Pattern;

import org.parley.platform.domain.GraphemeClusters;

/**
 * The text of a post by a program.
 *
 * @param title the title in one line
 * @param content the text in Markdown
 */
public record IncomingText(String title, String content) {

	private static final int MAX_TITLE = 200;

	/** Below the limit of posts, with room for the title of a reply. */
	private static final int MAX_CONTENT = 45_000;

	/** Signs of Markdown, of entities and around the names of emoji. */
	private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~.&-]|:(?=[a-z0-9_+-]{1,40}:)");

	private static final Pattern LINE = Pattern.compile("\\s+");

	/** Characters that end an address in angle brackets. */
	private static final Pattern UNSAFE = Pattern.compile("[<>\\s\\p{Cc}]");

	/** Characters that change the direction of a text, and noncharacters. */
	private static final String TURNING = "\u202A-\u202E\u2066-\u2069\\p{IsNoncharacter_Code_Point}";

	private static final Pattern TURNS = Pattern.compile("[" + TURNING + "]");

	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}" + TURNING + "]");

	private static final Pattern AT = Pattern.compile("@");

	public IncomingText {
		title = cut(line(TURNS, title), MAX_TITLE);
		content = cut(content.strip(), MAX_CONTENT);
	}

	/** Returns the same text with a note at its end, for which a long text gives way. */
	public IncomingText with(String note) {
		return new IncomingText(this.title, cut(this.content, MAX_CONTENT - note.length()) + note);
	}

	/** Returns a value as plain text in one line, without markup and mentions. */
	public static String plain(String value) {
		return quiet(MARKUP.matcher(line(HIDDEN, value)).replaceAll("\\\\$0"));
	}

	/** Returns a text that mentions nobody. */
	static String quiet(String text) {
		return AT.matcher(text).replaceAll("@\u200B");
	}

	/** Returns an address as a paragraph of its own; nothing but one of the web. */
	static String link(String address) {
		var web = address.startsWith("https://") || address.startsWith("http://");
		return web ? "\n\n<" + UNSAFE.matcher(address).replaceAll("") + ">" : "";
	}

	private static String line(Pattern unwanted, String text) {
		return LINE.matcher(unwanted.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
	}

	private static String cut(String text, int length) {
		return (text.codePointCount(0, text.length()) > length)
				? GraphemeClusters.cut(text, length - 1, length - 1) + "…" : text;
	}
}
