package org.parley.platform.text.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Joins a number with the letters that follow it without a space: {@code 5G}. Tokenizers
 * count the digits as part of the script before them, so behind a word of another script
 * ({@code сеть 5G}) the number would be a term of its own, but not in the query.
 */
final class NumberedWordFilter extends TokenFilter {

	private static final String NUMBER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM];

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final TypeAttribute type = addAttribute(TypeAttribute.class);

	private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

	/** The token behind a number, which was read ahead. */
	private AttributeSource.@Nullable State ahead;

	NumberedWordFilter(TokenStream tokens) {
		super(tokens);
	}

	@Override
	public boolean incrementToken() throws IOException {
		if (this.ahead != null) {
			restoreState(this.ahead);
			this.ahead = null;
		}
		else if (!this.input.incrementToken()) {
			return false;
		}
		if (this.type.type().equals(NUMBER)) {
			joinLetters();
		}
		return true;
	}

	private void joinLetters() throws IOException {
		var number = captureState();
		var start = this.offset.startOffset();
		var end = this.offset.endOffset();
		if (!this.input.incrementToken()) {
			restoreState(number);
		}
		else if (this.offset.startOffset() == end) {
			var letters = this.term.toString();
			end = this.offset.endOffset();
			restoreState(number);
			this.term.append(letters);
			this.offset.setOffset(start, end);
		}
		else {
			this.ahead = captureState();
			restoreState(number);
		}
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.ahead = null;
	}

}
