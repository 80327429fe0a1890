package org.parley.platform.text.markdown.inline;

import org.commonmark.node.CustomNode;
import org.parley.platform.text.name.LatinName;

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

	/** The tag without its sign, as it was written. */
	String name() {
		return this.literal.substring(1);
	}

	/** The tag as it is stored and compared. */
	public String tag() {
		return normalize(name());
	}

	/** A tag as it is stored and compared. */
	public static String normalize(String tag) {
		return LatinName.fold(tag);
	}

}
