package org.parley.platform.text.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts the last single character of a run of pairs at the place of the last pair. Queries
 * have no single characters within runs, so what follows a run ({@code 台北101}) is one
 * place behind its last pair in both.
 */
final class PairRunFilter extends TokenFilter {

	private final TypeAttribute type = addAttribute(TypeAttribute.class);

	private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);

	/** The token behind a single character, which was read ahead. */
	private AttributeSource.@Nullable State ahead;

	private boolean afterPair;

	PairRunFilter(TokenStream tokens) {
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
		if (this.afterPair && is(CJKBigramFilter.SINGLE_TYPE) && isLast()) {
			this.position.setPositionIncrement(0);
		}
		this.afterPair = is(CJKBigramFilter.DOUBLE_TYPE);
		return true;
	}

	/** Whether no pair begins with the current character. */
	private boolean isLast() throws IOException {
		var single = captureState();
		var isLast = true;
		if (this.input.incrementToken()) {
			isLast = !is(CJKBigramFilter.DOUBLE_TYPE);
			this.ahead = captureState();
		}
		restoreState(single);
		return isLast;
	}

	private boolean is(String expected) {
		return this.type.type().equals(expected);
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.ahead = null;
		this.afterPair = false;
	}

}
