package org.parley.platform.text.markdown.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/**
 * Removes the footnotes that no reader sees, because nothing refers to them: a text does
 * not consist of their words, mention people there, or use their media.
 */
public final class UnusedFootnotes implements PostProcessor {

	@Override
	public Node process(Node document) {
		var visitor = new FootnoteVisitor(document);
		document.accept(visitor);
		if (visitor.definitions.isEmpty()) {
			return document;
		}
		var used = used(document, visitor);
		used.stream().filter(UnusedFootnotes::isWithinAnother).forEach(document::appendChild);
		visitor.definitions.stream().filter((definition) -> !used.contains(definition)).forEach(Node::unlink);
		return document;
	}

	/** Finds what the text refers to, and what those footnotes refer to. */
	private static Set<FootnoteDefinition> used(Node document, FootnoteVisitor visitor) {
		var byLabel = new DefinitionMap<>(FootnoteDefinition.class);
		visitor.definitions.forEach((definition) -> byLabel.putIfAbsent(definition.getLabel(), definition));
		var used = new LinkedHashSet<FootnoteDefinition>();
		var open = new ArrayDeque<Node>(List.of(document));
		while (!open.isEmpty()) {
			for (var label : visitor.labels.getOrDefault(open.pop(), Set.of())) {
				var definition = byLabel.get(label);
				if (definition != null && used.add(definition)) {
					open.add(definition);
				}
			}
		}
		return used;
	}

	private static boolean isWithinAnother(FootnoteDefinition definition) {
		for (Node outer = definition.getParent(); outer != null; outer = outer.getParent()) {
			if (outer instanceof FootnoteDefinition) {
				return true;
			}
		}
		return false;
	}

	private static final class FootnoteVisitor extends AbstractVisitor {

		private final List<FootnoteDefinition> definitions = new ArrayList<>();

		/** The labels that the document and each footnote refer to. */
		private final Map<Node, Set<String>> labels = new LinkedHashMap<>();

		private Node place;

		FootnoteVisitor(Node document) {
			this.place = document;
		}

		@Override
		public void visit(CustomBlock block) {
			if (!(block instanceof FootnoteDefinition definition)) {
				visitChildren(block);
				return;
			}
			this.definitions.add(definition);
			var outer = this.place;
			this.place = definition;
			visitChildren(definition);
			this.place = outer;
		}

		@Override
		public void visit(CustomNode node) {
			if (node instanceof FootnoteReference reference) {
				this.labels.computeIfAbsent(this.place, (_) -> new LinkedHashSet<>()).add(reference.getLabel());
			}
			visitChildren(node);
		}

	}

}
