package org.parley.platform.text.markdown.inline;

import java.util.Set;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Keeps an escaped {@code @}, {@code #} or {@code :} apart from the text around it, so
 * that {@code \@name} mentions nobody.
 */
final class EscapeParser implements InlineContentParserFactory, InlineContentParser {

	private static final String SIGNS = "@#:";

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
		scanner.next();
		var sign = scanner.peek();
		if (SIGNS.indexOf(sign) < 0) {
			return ParsedInline.none();
		}
		scanner.next();
		return ParsedInline.of(new EscapedSign(sign), scanner.position());
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
