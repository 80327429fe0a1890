package org.parley.platform.text.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
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
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.block.BlockSyntax;
import org.parley.platform.text.markdown.block.UnusedFootnotes;
import org.parley.platform.text.markdown.inline.InlineSyntax;
import org.parley.platform.text.markdown.inline.UnspacedEmphasis;

/**
 * Renders Markdown as safe HTML: CommonMark and GFM with footnotes, spoilers, details,
 * emoji by name and mentions. A newline is a line break. HTML in the source is escaped
 * except for some elements without attributes, and the output passes a sanitizer.
 * Rendering is deterministic except for the ids of footnotes, and its cost is bounded for
 * hostile texts.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
public final class Markdown {

	/**
	 * Block types in parse order: {@code - - -} is a thematic break, not nested lists.
	 */
	private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(BlockQuote.class,
			Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, IndentedCodeBlock.class));

	private static final Pattern MENTION_SIGN = Pattern.compile("[@\uFF20]|&(?:#|commat;)");

	private static final Pattern HASHTAG_SIGN = Pattern.compile("[#\uFF03]|&num;");

	private static final int MAX_MENTIONS = 20;

	private static final int MAX_HASHTAGS = 20;

	private final Parser plain;

	private final Parser withTables;

	private final HtmlRenderer renderer;

	private final SafeHtml safeHtml;

	/** Creates a renderer that shows images of these hosts and links all other images. */
	public Markdown(ImageHosts images) {
		this(images, false);
	}

	private Markdown(ImageHosts images, boolean hashtags) {
		var tables = TablesExtension.create();
		var syntax = List.of(StrikethroughExtension.builder().requireTwoTildes(true).build(),
				TaskListItemsExtension.create(), FootnotesExtension.create(), new BlockSyntax(),
				new InlineSyntax(hashtags));
		this.plain = parser(images, syntax, List.of());
		this.withTables = parser(images, syntax, List.of(tables));
		this.renderer = HtmlRenderer.builder()
			.escapeHtml(true)
			.softbreak("<br />\n")
			.attributeProviderFactory((_) -> Markdown::addCite)
			.attributeProviderFactory((_) -> new FootnoteAttributes())
			.extensions(List.of(tables))
			.extensions(syntax)
			.build();
		this.safeHtml = new SafeHtml(images);
	}

	/** Creates a renderer that links hashtags, too. */
	public static Markdown withHashtags(ImageHosts images) {
		return new Markdown(images, true);
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
		var html = UnspacedEmphasis.unmark(this.renderer.render(document));
		var words = PlainText.of(document);
		var searched = words.contains(PlainText.HIDDEN) ? PlainText.withSpoilers(document) : words;
		return new RenderedText(this.safeHtml.sanitize(html), words, searched, mentions(document));
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

	/**
	 * Returns the usernames that a text mentions, in lower case, except in quotes. A text
	 * with more than 20 of them mentions nobody.
	 */
	public Set<String> mentions(String markdown) {
		if (!MENTION_SIGN.matcher(markdown).find()) {
			return Set.of();
		}
		return mentions(parse(markdown));
	}

	/** Returns at most 20 hashtags of a text, normalized, except in quotes. */
	public List<String> hashtags(String markdown) {
		if (!HASHTAG_SIGN.matcher(markdown).find()) {
			return List.of();
		}
		return WordVisitor.of(parse(markdown)).hashtags().stream().limit(MAX_HASHTAGS).toList();
	}

	/** Replaces the words of spoilers in rendered HTML. */
	public static String withoutSpoilersIn(String html) {
		return SafeHtml.withoutSpoilers(html);
	}

	/** Returns a text that has no spoiler, or else its words without spoilers. */
	public String withoutSpoilers(String markdown) {
		return (markdown.contains("||") || markdown.contains(">!")) ? plainText(markdown) : markdown;
	}

	/** Returns the words of a text without markup, those of spoilers included. */
	public String searchedText(String markdown) {
		return PlainText.isPlain(markdown) ? markdown : PlainText.withSpoilers(parse(markdown));
	}

	/** Returns the words of a text without markup and spoilers. */
	public String plainText(String markdown) {
		return PlainText.isPlain(markdown) ? markdown : PlainText.of(parse(markdown));
	}

	private static Set<String> mentions(Node document) {
		var mentions = WordVisitor.of(document).mentions();
		return (mentions.size() <= MAX_MENTIONS) ? mentions : Set.of();
	}

	private static void addCite(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof BlockQuote quote) {
			Attributions.of(quote)
				.ifPresent((attribution) -> attributes.put("cite", Attributions.ROOT + attribution.postId()));
		}
	}

	private Node parse(String markdown) {
		var parser = MarkdownLimits.areTablesAffordable(markdown) ? this.withTables : this.plain;
		return parser.parse(LostDefinitions.mark(UnspacedEmphasis.mark(markdown)));
	}

	private static Parser parser(ImageHosts images, List<Extension> syntax, List<Extension> tables) {
		return Parser.builder()
			.enabledBlockTypes(BLOCKS)
			.maxOpenBlockParsers(MarkdownLimits.MAX_OPEN_BLOCKS)
			.maxInlineNesting(MarkdownLimits.MAX_INLINE_NESTING)
			.extensions(tables)
			.extensions(syntax)
			.postProcessor(new NestingLimit())
			.postProcessor(new ReferenceLimit())
			.postProcessor(new ImagePostProcessor(images))
			.postProcessor(new UnusedFootnotes())
			.build();
	}

}
