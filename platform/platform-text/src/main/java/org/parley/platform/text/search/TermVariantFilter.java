package org.parley.platform.text.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Adds the other terms of a text's words at the same place. */
final class TermVariantFilter extends TokenFilter {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);

	private final Deque<String> others = new ArrayDeque<>();

	private AttributeSource.@Nullable State word;

	TermVariantFilter(TokenStream tokens) {
		super(tokens);
	}

	@Override
	public boolean incrementToken() throws IOException {
		var other = this.others.poll();
		if (other != null) {
			restoreState(this.word);
			this.term.setEmpty().append(other);
			this.position.setPositionIncrement(0);
			return true;
		}
		if (!this.input.incrementToken()) {
			return false;
		}
		this.others.addAll(TermVariants.of(this.term.toString()));
		this.term.setEmpty().append(this.others.poll());
		this.word = this.others.isEmpty() ? null : captureState();
		return true;
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.others.clear();
	}

}
