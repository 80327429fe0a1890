package org.parley.platform.text.markdown;

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
 * Renders Markdown as safe HTML: CommonMark with tables, strikethrough and autolinks.
 * HTML in the source is escaped, and the output passes a sanitizer. Rendering is
 * deterministic, and its cost is bounded for hostile texts.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
public final class Markdown {

	/**
	 * Block types in parse order: {@code - - -} is a thematic break, not nested lists.
	 */
	private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(BlockQuote.class,
			Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, IndentedCodeBlock.class));

	private final Parser plain;

	private final Parser withTables;

	private final HtmlRenderer renderer;

	private final SafeHtml safeHtml;

	/** Creates a renderer that shows images of these hosts and links all other images. */
	public Markdown(ImageHosts images) {
		var tables = TablesExtension.create();
		this.plain = parser(images, List.of());
		this.withTables = parser(images, List.of(tables));
		this.renderer = HtmlRenderer.builder()
			.escapeHtml(true)
			.attributeProviderFactory((_) -> Markdown::addCite)
			.extensions(List.of(tables, StrikethroughExtension.create()))
			.build();
		this.safeHtml = new SafeHtml(images);
	}

	/** Renders a text without correct attributions and without media. */
	public RenderedText render(String markdown) {
		return render(markdown, Set.of());
	}

	/** Renders a text without media and links only the attributions that are correct. */
	public RenderedText render(String markdown, Set<Attribution> correct) {
		return render(markdown, correct, Set.of());
	}

	/**
	 * Renders a text. An image of a medium has the source {@code media:<id>}, which the
	 * caller replaces by an address when the text is read.
	 * @param correct the attributions that are correct; the others are not linked
	 * @param media the ids of the media that the text may show; of the others only the
	 * descriptions remain
	 */
	public RenderedText render(String markdown, Set<Attribution> correct, Set<String> media) {
		var document = parse(markdown);
		Attributions.unlinkIncorrect(document, correct);
		MediaReferences.retain(document, media);
		return new RenderedText(this.safeHtml.sanitize(this.renderer.render(document)), PlainText.of(document));
	}

	/** Returns the attributions that a text claims, correct or not. */
	public List<Attribution> attributions(String markdown) {
		return markdown.contains(Attributions.ROOT) ? Attributions.find(parse(markdown)) : List.of();
	}

	/**
	 * Returns what a text names as ids of media, in document order: one for each image
	 * {@code ![description](media:<id>)}.
	 */
	public List<String> media(String markdown) {
		return markdown.contains(MediaReferences.SCHEME) ? MediaReferences.find(parse(markdown)) : List.of();
	}

	/** Returns the words of a text without markup. */
	public String plainText(String markdown) {
		return PlainText.isPlain(markdown) ? markdown : PlainText.of(parse(markdown));
	}

	private static void addCite(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof BlockQuote quote) {
			Attributions.of(quote)
				.ifPresent((attribution) -> attributes.put("cite", Attributions.ROOT + attribution.postId()));
		}
	}

	private Node parse(String markdown) {
		var bounded = MarkdownLimits.escapeDeepNesting(markdown);
		var parser = MarkdownLimits.areTablesAffordable(bounded) ? this.withTables : this.plain;
		return MarkdownLimits.hasFewDelimiters(bounded) ? parser.parse(bounded)
				: DeepStackExecutor.call(() -> parser.parse(bounded));
	}

	private static Parser parser(ImageHosts images, List<Extension> extensions) {
		return Parser.builder()
			.enabledBlockTypes(BLOCKS)
			.customInlineContentParserFactory(new BareAngleParser())
			.postProcessor(new NestingLimit())
			.postProcessor(new ReferenceLimit())
			.postProcessor(new ImagePostProcessor(images))
			.extensions(extensions)
			.extensions(List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
			.build();
	}

}
