package org.parley.platform.text.markdown.inline;

import java.util.Locale;

import org.commonmark.node.CustomNode;

/** A mention of a person: {@code @name}. */
public final class Mention extends CustomNode {

	private final String literal;

	Mention(String literal) {
		this.literal = literal;
	}

	/** The mention as it was written. */
	public String literal() {
		return this.literal;
	}

	public String username() {
		return this.literal.substring(1).toLowerCase(Locale.ROOT);
	}

}
