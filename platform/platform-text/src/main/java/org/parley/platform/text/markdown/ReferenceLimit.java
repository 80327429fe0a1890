package org.parley.platform.text.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Limits the total length of link addresses: a long address that is defined once and
 * referenced a thousand times would make a page of megabytes. Links beyond the budget
 * become plain words.
 */
final class ReferenceLimit implements PostProcessor {

	static final int BUDGET = 100_000;

	@Override
	public Node process(Node document) {
		document.accept(new CountingVisitor());
		return document;
	}

	private static final class CountingVisitor extends AbstractVisitor {

		private long spent;

		@Override
		public void visit(Link link) {
			visitChildren(link);
			spend(link, link.getDestination(), link.getTitle());
		}

		@Override
		public void visit(Image image) {
			visitChildren(image);
			spend(image, image.getDestination(), image.getTitle());
		}

		private void spend(Node node, String destination, @Nullable String title) {
			this.spent += destination.length() + ((title != null) ? title.length() : 0);
			if (this.spent > BUDGET) {
				MarkdownNodes.unwrap(node);
			}
		}

	}

}
