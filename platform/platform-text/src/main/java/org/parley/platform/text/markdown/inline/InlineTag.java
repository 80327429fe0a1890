package org.parley.platform.text.markdown.inline;

import java.util.Locale;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;

/** A start or end tag that has not been paired yet. */
final class InlineTag extends CustomNode {

	private final String literal;

	private final boolean end;

	InlineTag(String literal) {
		this.literal = literal;
		this.end = literal.startsWith("</");
	}

	boolean isEnd() {
		return this.end;
	}

	String name() {
		return this.literal.substring(this.end ? 2 : 1, this.literal.length() - 1).toLowerCase(Locale.ROOT);
	}

	/** Replaces a tag without its counterpart by its text. */
	void becomeText() {
		insertAfter(new Text(this.literal));
		unlink();
	}

}
