package org.parley.forum.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom block quotes name: {@code > [@alice wrote](/posts/<id>)} begins one. Such a
 * link stays where the name is right; everywhere else its words stay alone.
 */
final class Attributions {

	/** Where a post is, from the root of the site, wherever it is moved. */
	static final String ROOT = "/posts/";

	static final String FORM = ROOT + "([0-7][0-9A-HJKMNP-TV-Z]{25})";

	static final Pattern ADDRESS = Pattern.compile(FORM);

	private static final Pattern NAME = Pattern.compile("@([A-Za-z0-9_-]{3,30})(?![A-Za-z0-9_-]).*", Pattern.DOTALL);

	private Attributions() {
	}

	/** All of a text, in its order. */
	static List<Attribution> in(Node document) {
		var found = new ArrayList<Attribution>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(BlockQuote quote) {
				of(quote).ifPresent(found::add);
				visitChildren(quote);
			}

		});
		return List.copyOf(found);
	}

	/** Whom a block quote names. */
	static Optional<Attribution> of(BlockQuote quote) {
		return Optional.ofNullable(head(quote)).flatMap((link) -> {
			var address = ADDRESS.matcher(link.getDestination());
			var name = NAME.matcher(PlainText.of(link));
			return (address.matches() && name.matches()) ? Optional.of(new Attribution(address.group(1),
					name.group(1).toLowerCase(Locale.ROOT), quote.getParent() instanceof Document)) : Optional.empty();
		});
	}

	/** Leaves those that are right, and the words of all other links to posts. */
	static void keep(Node document, Set<Attribution> right) {
		var others = new ArrayList<Link>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Link link) {
				visitChildren(link);
				if (ADDRESS.matcher(link.getDestination()).matches() && !isRight(link, right)) {
					others.add(link);
				}
			}

		});
		others.forEach(MarkdownNodes::unwrap);
	}

	private static boolean isRight(Link link, Set<Attribution> right) {
		return link.getParent() instanceof Paragraph paragraph && paragraph.getParent() instanceof BlockQuote quote
				&& link.getPrevious() == null && paragraph.getPrevious() == null
				&& of(quote).filter(right::contains).isPresent();
	}

	private static @Nullable Link head(BlockQuote quote) {
		return (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Link link) ? link
				: null;
	}

}
