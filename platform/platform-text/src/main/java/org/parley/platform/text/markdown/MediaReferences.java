package org.parley.platform.text.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** Parses the images of a text that name media: {@code ![description](media:<id>)}. */
final class MediaReferences {

	static final String SCHEME = "media:";

	/** The source of an image of a medium in HTML. */
	static final Pattern SOURCE = Pattern.compile(SCHEME + "[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private MediaReferences() {
	}

	static boolean isReference(Image image) {
		return image.getDestination().startsWith(SCHEME);
	}

	/** Returns what the images of a text name as ids of media, in document order. */
	static List<String> find(Node document) {
		return images(document).stream().map(MediaReferences::id).toList();
	}

	/** Replaces the images of all other media by their descriptions. */
	static void retain(Node document, Set<String> ids) {
		images(document).stream().filter((image) -> !ids.contains(id(image))).forEach(MarkdownNodes::unwrap);
	}

	private static String id(Image image) {
		return image.getDestination().substring(SCHEME.length());
	}

	private static List<Image> images(Node document) {
		var found = new ArrayList<Image>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Image image) {
				visitChildren(image);
				if (isReference(image)) {
					found.add(image);
				}
			}

		});
		return found;
	}

}
