package org.parley.platform.text.markdown.inline;

import java.util.Set;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Keeps an escaped {@code @}, {@code #} or {@code :} apart from the text around it, so
 * that {@code \@name} mentions nobody, and the arm of {@code ¯\_(ツ)_/¯} in its place.
 */
final class EscapeParser implements InlineContentParserFactory, InlineContentParser {

	private static final String SIGNS = "@#:";

	private static final int HAND = '¯';

	private static final int LONGEST_FACE = 16;

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('\\');
	}

	@Override
	public InlineContentParser create() {
		return this;
	}

	@Override
	public ParsedInline tryParse(InlineParserState state) {
		var scanner = state.scanner();
		var before = scanner.peekPreviousCodePoint();
		scanner.next();
		var sign = scanner.peek();
		if (sign == '_' && before == HAND) {
			return shrug(scanner);
		}
		if (SIGNS.indexOf(sign) < 0) {
			return ParsedInline.none();
		}
		scanner.next();
		return ParsedInline.of(new EscapedSign(sign), scanner.position());
	}

	/**
	 * Reads both arms and the face between them, so that the second one is no emphasis.
	 */
	private static ParsedInline shrug(Scanner scanner) {
		scanner.next();
		var arm = scanner.position();
		var face = new StringBuilder("\\_");
		while (face.length() < LONGEST_FACE && scanner.hasNext() && scanner.peek() != '_') {
			face.append(scanner.peek());
			scanner.next();
		}
		if (!scanner.next("_/¯")) {
			return ParsedInline.of(new Text("\\_"), arm);
		}
		return ParsedInline.of(new Text(face + "_/¯"), scanner.position());
	}

	/** A sign without its meaning. */
	static final class EscapedSign extends CustomNode {

		private final char sign;

		EscapedSign(char sign) {
			this.sign = sign;
		}

		void becomeText() {
			insertAfter(new Text(String.valueOf(this.sign)));
			unlink();
		}

	}

}
