package org.parley.platform.text.markdown.inline;

import org.commonmark.node.CustomNode;

/** An element without attributes, like {@code <kbd>Esc</kbd>}. */
final class InlineElement extends CustomNode {

	private final String name;

	InlineElement(String name) {
		this.name = name;
	}

	String name() {
		return this.name;
	}

}
