package org.parley.platform.text.markdown;

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
 * Parses the attributions of block quotes: a link like
 * {@code > [@alice wrote](/posts/<id>)} at the start of the quote.
 */
final class Attributions {

	/** The path of posts. It does not change when a post moves to another thread. */
	static final String ROOT = "/posts/";

	static final Pattern ADDRESS = Pattern.compile(ROOT + "([0-7][0-9A-HJKMNP-TV-Z]{25})");

	private static final Pattern NAME = Pattern.compile("@([A-Za-z0-9_-]{3,30})(?![A-Za-z0-9_-]).*", Pattern.DOTALL);

	private Attributions() {
	}

	/** Returns the attributions of a text in document order. */
	static List<Attribution> find(Node document) {
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

	static Optional<Attribution> of(BlockQuote quote) {
		return Optional.ofNullable(firstLink(quote)).flatMap((link) -> {
			var address = ADDRESS.matcher(link.getDestination());
			var name = NAME.matcher(PlainText.of(link));
			return (address.matches() && name.matches()) ? Optional.of(new Attribution(address.group(1),
					name.group(1).toLowerCase(Locale.ROOT), quote.getParent() instanceof Document)) : Optional.empty();
		});
	}

	/**
	 * Replaces links that name a person as the author of a post, unless they are correct.
	 */
	static void unlinkIncorrect(Node document, Set<Attribution> correct) {
		var incorrect = new ArrayList<Link>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Link link) {
				visitChildren(link);
				if (ADDRESS.matcher(link.getDestination()).matches() && NAME.matcher(PlainText.of(link)).matches()
						&& !isCorrect(link, correct)) {
					incorrect.add(link);
				}
			}

		});
		incorrect.forEach(MarkdownNodes::unwrap);
	}

	private static boolean isCorrect(Link link, Set<Attribution> correct) {
		return link.getParent() instanceof Paragraph paragraph && paragraph.getParent() instanceof BlockQuote quote
				&& link.getPrevious() == null && paragraph.getPrevious() == null
				&& of(quote).filter(correct::contains).isPresent();
	}

	private static @Nullable Link firstLink(BlockQuote quote) {
		return (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Link link) ? link
				: null;
	}

}
