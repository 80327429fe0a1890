package org.parley.platform.text.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.parley.platform.text.image.ImageHosts;

/**
 * Replaces images from unknown hosts by links, and links within links by their words.
 * References to media stay until the text is rendered, because they depend on its author.
 */
final class ImagePostProcessor implements PostProcessor {

	private final ImageHosts hosts;

	ImagePostProcessor(ImageHosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public Node process(Node document) {
		document.accept(new LinkingVisitor());
		return document;
	}

	private final class LinkingVisitor extends AbstractVisitor {

		private int openLinks;

		@Override
		public void visit(Link link) {
			this.openLinks++;
			visitChildren(link);
			this.openLinks--;
			if (this.openLinks > 0) {
				MarkdownNodes.unwrap(link);
			}
		}

		@Override
		public void visit(Image image) {
			visitChildren(image);
			if (ImagePostProcessor.this.hosts.shows(image.getDestination()) || MediaReferences.isReference(image)) {
				return;
			}
			if (image.getFirstChild() == null) {
				image.appendChild(new Text(image.getDestination()));
			}
			if (this.openLinks > 0) {
				MarkdownNodes.unwrap(image);
			}
			else {
				MarkdownNodes.replace(image, new Link(image.getDestination(), image.getTitle()));
			}
		}

	}

}
