package org.parley.forum.content;

import java.util.ArrayDeque;

import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/**
 * Takes out what is nested too deeply for recursive renderers; the words stay. Walks with
 * a stack of its own, and must run before every other walk.
 */
final class NestingLimit implements PostProcessor {

	static final int DEEPEST = 100;

	@Override
	public Node process(Node document) {
		var open = new ArrayDeque<Place>();
		open.push(new Place(document, 0));
		while (!open.isEmpty()) {
			var place = open.pop();
			for (var child = place.node.getFirstChild(); child != null; child = child.getNext()) {
				if (place.depth >= DEEPEST) {
					child = lift(child);
				}
				if (child.getFirstChild() != null) {
					open.push(new Place(child, place.depth + 1));
				}
			}
		}
		return document;
	}

	/** Puts the children of a node in its place, down to one that has none. */
	private static Node lift(Node node) {
		var current = node;
		while (current.getFirstChild() != null) {
			var first = current.getFirstChild();
			MarkdownNodes.unwrap(current);
			current = first;
		}
		return current;
	}

	private record Place(Node node, int depth) {
	}

}
