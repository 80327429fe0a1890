package org.parley.platform.text.markdown.block;

import java.util.Map;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Details, spoilers of several paragraphs, and headings below those of the page. */
public final class BlockSyntax implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

	/** The level of the heading of a post. */
	private static final int LEVEL = 2;

	private static final int LOWEST = 6;

	@Override
	public void extend(Parser.Builder parser) {
		parser.customBlockParserFactory(new DetailsBlockParser.Factory())
			.customBlockParserFactory(new DetailsBlockParser.SummaryParser.Factory())
			.customBlockParserFactory(new SpoilerBlockParser.Factory())
			.postProcessor(BlockSyntax::adjust);
	}

	@Override
	public void extend(HtmlRenderer.Builder renderer) {
		renderer.nodeRendererFactory(BlockRenderer::new).attributeProviderFactory((_) -> new TextDirection());
	}

	private static Node adjust(Node document) {
		document.accept(new AdjustingVisitor());
		return document;
	}

	private static final class AdjustingVisitor extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.min(heading.getLevel() + LEVEL, LOWEST));
			visitChildren(heading);
		}

		@Override
		public void visit(Paragraph paragraph) {
			if (paragraph.getParent() instanceof DetailsBlock details && paragraph.getNext() == null) {
				for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
					if (isEnd(child)) {
						endAt(child, details);
						removeEmpty(paragraph);
						break;
					}
				}
			}
			visitChildren(paragraph);
		}

		private static boolean isEnd(Node node) {
			return node instanceof HtmlInline tag && tag.getLiteral().equalsIgnoreCase(DetailsBlockParser.END);
		}

		private static void removeEmpty(Paragraph paragraph) {
			if (paragraph.getFirstChild() == null) {
				paragraph.unlink();
			}
		}

		/**
		 * Moves the lines that continued a paragraph after the end of its details, where
		 * they may end the next outer ones.
		 */
		private void endAt(Node end, DetailsBlock details) {
			if (end.getNext() instanceof SoftLineBreak lineBreak) {
				lineBreak.unlink();
			}
			var rest = new Paragraph();
			for (var child = end.getNext(); child != null; child = end.getNext()) {
				rest.appendChild(child);
			}
			if (rest.getFirstChild() != null) {
				details.insertAfter(rest);
				rest.accept(this);
			}
			end.unlink();
		}

	}

	private static final class BlockRenderer implements NodeRenderer {

		private final HtmlNodeRendererContext context;

		private BlockRenderer(HtmlNodeRendererContext context) {
			this.context = context;
		}

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(SpoilerBlock.class, DetailsBlock.class, DetailsBlock.Summary.class);
		}

		@Override
		public void render(Node node) {
			switch (node) {
				case SpoilerBlock _ -> element(node, "details", Map.of("class", "spoiler"));
				case DetailsBlock details -> element(node, "details", details.isOpen() ? Map.of("open", "") : Map.of());
				case DetailsBlock.Summary _ -> element(node, "summary", Map.of());
				default -> throw new IllegalArgumentException("There is no renderer for " + node);
			}
		}

		private void element(Node node, String name, Map<String, String> attributes) {
			var html = this.context.getWriter();
			html.line();
			html.tag(name, this.context.extendAttributes(node, name, attributes));
			for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
				this.context.render(child);
			}
			html.tag("/" + name);
			html.line();
		}

	}

}
