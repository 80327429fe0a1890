package org.parley.forum.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.parley.platform.web.image.ImageHosts;

/**
 * Makes safe HTML of Markdown: CommonMark with tables, strikethrough and bare links. HTML
 * in the text is shown as text; what is left passes a sanitizer. The same text always
 * becomes the same HTML, and hostile texts take bounded work.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
public final class Markdown {

	/** The parser tries them in this order, so that {@code - - -} is no list of lists. */
	private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(BlockQuote.class,
			Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, IndentedCodeBlock.class));

	private final Parser plain;

	private final Parser withTables;

	private final HtmlRenderer renderer;

	private final SafeHtml safe;

	/** With the hosts whose images are shown; images of others become links. */
	public Markdown(ImageHosts images) {
		var tables = TablesExtension.create();
		this.plain = parser(images, List.of());
		this.withTables = parser(images, List.of(tables));
		this.renderer = HtmlRenderer.builder()
			.escapeHtml(true)
			.attributeProviderFactory((_) -> Markdown::cite)
			.extensions(List.of(tables, StrikethroughExtension.create()))
			.build();
		this.safe = new SafeHtml(images);
	}

	/** Renders a text that quotes nobody by name. */
	public RenderedText render(String markdown) {
		return render(markdown, Set.of());
	}

	/** Renders a text in which these quotes name the right post and author. */
	public RenderedText render(String markdown, Set<Attribution> right) {
		var document = parse(markdown);
		Attributions.keep(document, right);
		return new RenderedText(this.safe.of(this.renderer.render(document)), PlainText.of(document));
	}

	/** Whom a text quotes by name, as far as it says. */
	public List<Attribution> attributions(String markdown) {
		return markdown.contains(Attributions.ROOT) ? Attributions.in(parse(markdown)) : List.of();
	}

	/** The words of a text alone. */
	public String plainText(String markdown) {
		return PlainText.of(parse(markdown));
	}

	private static void cite(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof BlockQuote quote) {
			Attributions.of(quote).ifPresent((named) -> attributes.put("cite", Attributions.ROOT + named.postId()));
		}
	}

	private Node parse(String markdown) {
		var bounded = MarkdownLimits.nesting(markdown);
		var parser = MarkdownLimits.tablesFit(bounded) ? this.withTables : this.plain;
		return MarkdownLimits.nestsLittle(bounded) ? parser.parse(bounded)
				: DeepStackExecutor.call(() -> parser.parse(bounded));
	}

	private static Parser parser(ImageHosts images, List<Extension> more) {
		return Parser.builder()
			.enabledBlockTypes(BLOCKS)
			.customInlineContentParserFactory(new BareAngleParser())
			.postProcessor(new NestingLimit())
			.postProcessor(new ReferenceLimit())
			.postProcessor(new ImagePostProcessor(images))
			.extensions(more)
			.extensions(List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
			.build();
	}

}
