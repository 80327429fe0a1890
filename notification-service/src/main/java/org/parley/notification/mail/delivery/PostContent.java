package org.parley.notification.mail.delivery;

import java.net.URI;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.parley.notification.mail.Mail;

/**
 * The content of a post as it stands in a mail: links are absolute, and pictures and
 * videos are named only, because mail programs may load them without being asked.
 * Spoilers are left out, because mail programs show them.
 */
final class PostContent {

	private static final Pattern IMAGE = Pattern
		.compile("!\\[((?:[^\\]\\[\\\\]|\\\\.){0,1000}+)]\\([^()\\s]{1,2000}\\)");

	/** Words between double bars, and the lines of a block. */
	private static final Pattern SPOILER = Pattern.compile("\\|\\|[^|\n]{1,5000}+\\|\\||(?m:^[ >]{0,50}>!.*)");

	private static final String SPOILERS = "span.spoiler, details.spoiler";

	private static final String HIDDEN = "▒▒▒";

	private PostContent() {
	}

	/** The Markdown source, with pictures by their descriptions; empty without a post. */
	static String text(Mail mail) {
		var source = mail.values().getOrDefault("content", "");
		// Without a spoiler, bars are those of code and tables.
		var shown = parse(mail).select(SPOILERS).isEmpty() ? source : SPOILER.matcher(source).replaceAll(HIDDEN);
		return IMAGE.matcher(shown).replaceAll("[🖼 $1]");
	}

	/** The sanitized HTML; empty without a post. */
	static String html(Mail mail, URI site) {
		var post = parse(mail);
		post.outputSettings(new OutputSettings().prettyPrint(false));
		post.select(SPOILERS).forEach((spoiler) -> spoiler.replaceWith(new TextNode(HIDDEN)));
		post.select("img, video, audio, picture").forEach(PostContent::replace);
		post.select("a[href^=/]").forEach((link) -> link.attr("href", site + link.attr("href")));
		post.select("blockquote")
			.attr("style", "margin:0 0 0 4px;padding-inline-start:12px;border-inline-start:3px solid #cbd2d9");
		post.select("pre").attr("style", "overflow:auto;padding:12px;background:#80808022;border-radius:6px");
		return post.body().html();
	}

	private static Document parse(Mail mail) {
		return Jsoup.parseBodyFragment(mail.values().getOrDefault("html", ""));
	}

	private static void replace(Element shown) {
		var name = shown.hasAttr("alt") ? shown.attr("alt") : shown.attr("aria-label");
		shown.replaceWith(new TextNode(("[🖼 " + name).strip() + "]"));
	}

}
