package org.parley.forum.content;

import org.commonmark.node.Node;

/** Changes to a parsed text. */
final class MarkdownNodes {

	private MarkdownNodes() {
	}

	/** Puts the children of a node in its place. */
	static void unwrap(Node node) {
		for (var child = node.getLastChild(); child != null; child = node.getLastChild()) {
			node.insertAfter(child);
		}
		node.unlink();
	}

	/** Gives the children of a node to another, which takes its place. */
	static void replace(Node node, Node other) {
		for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
			other.appendChild(child);
		}
		node.insertAfter(other);
		node.unlink();
	}

}
