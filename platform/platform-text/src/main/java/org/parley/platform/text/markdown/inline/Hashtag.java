package org.parley.platform.text.markdown.inline;

import java.text.Normalizer;
import java.util.Locale;

import org.commonmark.node.CustomNode;

/** A hashtag: {@code #word}. */
public final class Hashtag extends CustomNode {

	private final String literal;

	Hashtag(String literal) {
		this.literal = literal;
	}

	/** The hashtag as it was written. */
	public String literal() {
		return this.literal;
	}

	/** The tag without its sign, normalized and in lower case. */
	public String tag() {
		return normalize(this.literal.substring(1));
	}

	/** A tag as it is stored and compared. */
	public static String normalize(String tag) {
		return Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

}
