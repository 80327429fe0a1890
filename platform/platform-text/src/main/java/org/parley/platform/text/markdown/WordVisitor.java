package org.parley.platform.text.markdown;

import java.util.LinkedHashSet;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.parley.platform.text.markdown.inline.Hashtag;
import org.parley.platform.text.markdown.inline.Mention;

/** Collects the mentions and hashtags of a text. Quotes repeat those of another text. */
final class WordVisitor extends AbstractVisitor {

	private final Set<String> mentions = new LinkedHashSet<>();

	private final Set<String> hashtags = new LinkedHashSet<>();

	private WordVisitor() {
	}

	static WordVisitor of(Node document) {
		var visitor = new WordVisitor();
		document.accept(visitor);
		return visitor;
	}

	/** The mentioned usernames in lower case, in the order of the text. */
	Set<String> mentions() {
		return this.mentions;
	}

	/** The normalized hashtags, in the order of the text. */
	Set<String> hashtags() {
		return this.hashtags;
	}

	@Override
	public void visit(BlockQuote quote) {
		// belongs to another text
	}

	@Override
	public void visit(CustomNode node) {
		switch (node) {
			case Mention mention -> this.mentions.add(mention.username());
			case Hashtag hashtag -> this.hashtags.add(hashtag.tag());
			default -> visitChildren(node);
		}
	}

}
