package org.parley.platform.text.markdown.inline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Addresses, elements, spoilers, emoji, mentions and, where they are wanted, hashtags. It
 * must be the last extension of a parser.
 */
public final class InlineSyntax implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

	/** The addresses outside of this site to which texts may link. */
	public static final Pattern ADDRESS = Pattern
		.compile("(?i)(?:https?://|(?:mailto|tel|sms|geo|xmpp|ircs?|sips?):)[^\\s\\\\]+");

	private final boolean hashtags;

	public InlineSyntax(boolean hashtags) {
		this.hashtags = hashtags;
	}

	/** The elements without attributes that texts may contain. */
	public static Set<String> elements() {
		return AngleParser.elements();
	}

	@Override
	public void extend(Parser.Builder parser) {
		parser.customInlineContentParserFactory(new AngleParser())
			.customInlineContentParserFactory(new AddressParser())
			.customInlineContentParserFactory(new EscapeParser())
			.customDelimiterProcessor(new SpoilerDelimiterProcessor())
			.postProcessor(new TagPostProcessor())
			.postProcessor(new TaskPostProcessor())
			.postProcessor(new MailPostProcessor())
			.postProcessor(new WordPostProcessor(this.hashtags));
	}

	@Override
	public void extend(HtmlRenderer.Builder renderer) {
		renderer.nodeRendererFactory(InlineRenderer::new);
	}

	private static final class InlineRenderer implements NodeRenderer {

		private final HtmlNodeRendererContext context;

		private InlineRenderer(HtmlNodeRendererContext context) {
			this.context = context;
		}

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Mention.class, Hashtag.class, Spoiler.class, InlineElement.class);
		}

		@Override
		public void render(Node node) {
			switch (node) {
				case Mention mention -> link("mention", "/people/" + mention.username(), mention.literal());
				case Hashtag hashtag -> link("hashtag", "/explore?tag=" + hashtag.name(), hashtag.literal());
				case Spoiler _ -> spoiler(node);
				case InlineElement element -> element(node, element.name(), Map.of());
				default -> throw new IllegalArgumentException("There is no renderer for " + node);
			}
		}

		private void link(String type, String path, String text) {
			var html = this.context.getWriter();
			html.tag("a", attributes("href", path, "class", type));
			html.text(text);
			html.tag("/a");
		}

		/** The words are hidden until the outer element has the focus. */
		private void spoiler(Node node) {
			var html = this.context.getWriter();
			html.tag("span", attributes("class", "spoiler", "tabindex", "0"));
			element(node, "span", Map.of());
			html.tag("/span");
		}

		private static Map<String, String> attributes(String first, String value, String second, String other) {
			var attributes = new LinkedHashMap<String, String>();
			attributes.put(first, value);
			attributes.put(second, other);
			return attributes;
		}

		private void element(Node node, String name, Map<String, String> attributes) {
			var html = this.context.getWriter();
			html.tag(name, attributes);
			for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
				this.context.render(child);
			}
			html.tag("/" + name);
		}

	}

}
