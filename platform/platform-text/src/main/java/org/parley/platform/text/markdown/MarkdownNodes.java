package org.parley.platform.text.markdown;

import org.commonmark.node.Node;

/** Operations on the syntax tree of a text. */
final class MarkdownNodes {

	private MarkdownNodes() {
	}

	/** Replaces a node by its children. */
	static void unwrap(Node node) {
		for (var child = node.getLastChild(); child != null; child = node.getLastChild()) {
			node.insertAfter(child);
		}
		node.unlink();
	}

	/** Replaces a node by another one, which takes over its children. */
	static void replace(Node node, Node other) {
		for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
			other.appendChild(child);
		}
		node.insertAfter(other);
		node.unlink();
	}

}
