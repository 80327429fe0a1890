package org.parley.platform.text.markdown.inline;

import java.util.Locale;
import java.util.Set;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Parses {@code <}: as a tag of an allowed element, as the start of an autolink, and
 * otherwise as a plain character, so that {@code List<String>} loses nothing.
 */
final class AngleParser implements InlineContentParserFactory, InlineContentParser {

	/** Elements that mark words and have no attributes. */
	private static final Set<String> ELEMENTS = Set.of("abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i",
			"ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strong", "sub", "sup", "u", "var");

	private static final Set<String> BREAKS = Set.of("<br>", "<br/>", "<br />");

	private static final int MAX_TAG_LENGTH = 12;

	private static final int MAX_ADDRESS_LENGTH = 1_000;

	static Set<String> elements() {
		return ELEMENTS;
	}

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('<');
	}

	@Override
	public InlineContentParser create() {
		return this;
	}

	@Override
	public ParsedInline tryParse(InlineParserState state) {
		var scanner = state.scanner();
		var start = scanner.position();
		var tag = readTag(scanner);
		if (BREAKS.contains(tag.toLowerCase(Locale.ROOT))) {
			return ParsedInline.of(new HardLineBreak(), scanner.position());
		}
		if (isAllowed(tag)) {
			return ParsedInline.of(new InlineTag(tag), scanner.position());
		}
		scanner.setPosition(start);
		scanner.next();
		var after = scanner.position();
		return opensAddress(scanner) ? ParsedInline.none() : ParsedInline.of(new Text("<"), after);
	}

	private static boolean isAllowed(String tag) {
		return tag.endsWith(">") && ELEMENTS
			.contains(tag.substring(tag.startsWith("</") ? 2 : 1, tag.length() - 1).toLowerCase(Locale.ROOT));
	}

	/** Reads up to the next {@code >}, but no further than a tag may be long. */
	private static String readTag(Scanner scanner) {
		var tag = new StringBuilder();
		while (tag.length() < MAX_TAG_LENGTH && scanner.hasNext()) {
			var next = scanner.peek();
			tag.append(next);
			scanner.next();
			if (next == '>') {
				break;
			}
		}
		return tag.toString();
	}

	/**
	 * Whether an address may follow. An autolink has any scheme, but those that are not
	 * linked are words, as in {@code std::vector<std::string>}.
	 */
	private static boolean opensAddress(Scanner scanner) {
		var address = new StringBuilder();
		while (address.length() < MAX_ADDRESS_LENGTH) {
			var next = scanner.peek();
			if (next == '>') {
				return !address.isEmpty()
						&& (address.indexOf(":") < 0 || InlineSyntax.ADDRESS.matcher(address).matches());
			}
			if (next == '<' || next == Scanner.END || Character.isWhitespace(next)) {
				return false;
			}
			address.append(next);
			scanner.next();
		}
		return false;
	}

}
