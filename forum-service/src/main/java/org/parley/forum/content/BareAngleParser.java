package org.parley.forum.content;

import java.util.Set;

import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes {@code <} as a character, unless it may open an address in angle brackets. There
 * is no HTML in texts, and the parser would look for every end up to the last character.
 */
final class BareAngleParser implements InlineContentParserFactory, InlineContentParser {

	private static final int LONGEST_ADDRESS = 1_000;

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
		scanner.next();
		var after = scanner.position();
		return opensAddress(scanner) ? ParsedInline.none() : ParsedInline.of(new Text("<"), after);
	}

	private static boolean opensAddress(Scanner scanner) {
		for (var length = 0; length < LONGEST_ADDRESS; length++) {
			var next = scanner.peek();
			if (next == '>') {
				return length > 0;
			}
			if (next == '<' || next == Scanner.END || Character.isWhitespace(next)) {
				return false;
			}
			scanner.next();
		}
		return false;
	}

}
