package org.parley.platform.text.markdown;

import java.util.ArrayDeque;

import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/**
 * Removes nodes that are nested too deeply for recursive renderers, and keeps their
 * words. It uses no recursion.
 */
final class NestingLimit implements PostProcessor {

	static final int MAX_DEPTH = 100;

	@Override
	public Node process(Node document) {
		var open = new ArrayDeque<OpenNode>();
		open.push(new OpenNode(document, 0));
		while (!open.isEmpty()) {
			var parent = open.pop();
			for (var child = parent.node.getFirstChild(); child != null; child = child.getNext()) {
				if (parent.depth >= MAX_DEPTH) {
					child = lift(child);
				}
				if (child.getFirstChild() != null) {
					open.push(new OpenNode(child, parent.depth + 1));
				}
			}
		}
		return document;
	}

	/** Replaces a node by its children until the first of them is a leaf. */
	private static Node lift(Node node) {
		var current = node;
		while (current.getFirstChild() != null) {
			var first = current.getFirstChild();
			MarkdownNodes.unwrap(current);
			current = first;
		}
		return current;
	}

	private record OpenNode(Node node, int depth) {
	}

}
