package org.parley.platform.text.markdown;

import java.util.Set;

import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Parses {@code <} as a plain character unless it may open an autolink. Texts contain no
 * HTML, and the default parser scans the rest of the text for the end of every tag.
 */
final class BareAngleParser implements InlineContentParserFactory, InlineContentParser {

	private static final int MAX_ADDRESS_LENGTH = 1_000;

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
		for (var length = 0; length < MAX_ADDRESS_LENGTH; length++) {
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
