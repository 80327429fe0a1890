package org.parley.forum.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Shows images of known hosts over HTTPS; others become links, so that reading a post
 * tells nobody the reader's address.
 */
final class ImageHosts implements PostProcessor {

	private final Set<String> hosts;

	ImageHosts(Set<String> hosts) {
		this.hosts = Set.copyOf(hosts);
	}

	/** Whether an image of this address is shown. */
	boolean shows(String address) {
		try {
			var uri = new URI(address);
			return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
					&& this.hosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	@Override
	public Node process(Node document) {
		document.accept(new Linking());
		return document;
	}

	private final class Linking extends AbstractVisitor {

		private int links;

		@Override
		public void visit(Link link) {
			this.links++;
			visitChildren(link);
			this.links--;
		}

		@Override
		public void visit(Image image) {
			visitChildren(image);
			if (shows(image.getDestination())) {
				return;
			}
			if (image.getFirstChild() == null) {
				image.appendChild(new Text(image.getDestination()));
			}
			if (this.links > 0) {
				Nodes.unwrap(image);
			}
			else {
				Nodes.replace(image, new Link(image.getDestination(), image.getTitle()));
			}
		}

	}

}
