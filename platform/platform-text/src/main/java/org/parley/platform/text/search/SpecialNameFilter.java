package org.parley.platform.text.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Adds the name without its sign at the same place, {@code net} for {@code .net}. */
final class SpecialNameFilter extends TokenFilter {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);

	private AttributeSource.@Nullable State special;

	private String plain = "";

	SpecialNameFilter(TokenStream tokens) {
		super(tokens);
	}

	@Override
	public boolean incrementToken() throws IOException {
		if (this.special != null) {
			restoreState(this.special);
			this.special = null;
			this.term.setEmpty().append(this.plain);
			this.position.setPositionIncrement(0);
			return true;
		}
		if (!this.input.incrementToken()) {
			return false;
		}
		var name = this.term.toString();
		this.plain = plain(name);
		this.special = this.plain.equals(name) ? null : captureState();
		return true;
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.special = null;
	}

	private static String plain(String name) {
		var start = name.startsWith(SpecialNames.DOT) ? SpecialNames.DOT.length() : 0;
		var hasSign = name.endsWith(SpecialNames.SHARP) || name.endsWith(SpecialNames.PLUSES);
		return name.substring(start, hasSign ? name.length() - SpecialNames.SHARP.length() : name.length());
	}

}
