package org.parley.platform.text.markdown.inline;

import java.util.ArrayDeque;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/**
 * Joins start and end tags to elements. A tag without its counterpart among its siblings
 * becomes text, so that no element reaches beyond the block in which it began.
 */
final class TagPostProcessor implements PostProcessor {

	private static final int MAX_OPEN = 10;

	@Override
	public Node process(Node document) {
		document.accept(new PairingVisitor());
		return document;
	}

	private static final class PairingVisitor extends AbstractVisitor {

		@Override
		protected void visitChildren(Node parent) {
			super.visitChildren(parent);
			var open = new ArrayDeque<InlineTag>();
			for (var child = parent.getFirstChild(); child != null;) {
				var next = child.getNext();
				if (child instanceof InlineTag tag) {
					pair(tag, open);
				}
				child = next;
			}
			open.forEach(InlineTag::becomeText);
		}

		@Override
		public void visit(CustomNode node) {
			if (!(node instanceof InlineTag)) {
				visitChildren(node);
			}
		}

		private static void pair(InlineTag tag, ArrayDeque<InlineTag> open) {
			if (!tag.isEnd() && open.size() < MAX_OPEN) {
				open.push(tag);
			}
			else if (tag.isEnd() && open.stream().anyMatch((one) -> one.name().equals(tag.name()))) {
				while (!open.element().name().equals(tag.name())) {
					open.pop().becomeText();
				}
				join(open.pop(), tag);
			}
			else {
				tag.becomeText();
			}
		}

		private static void join(InlineTag start, InlineTag end) {
			var element = new InlineElement(start.name());
			for (var child = start.getNext(); child != null && child != end; child = start.getNext()) {
				element.appendChild(child);
			}
			start.insertAfter(element);
			start.unlink();
			end.unlink();
		}

	}

}
