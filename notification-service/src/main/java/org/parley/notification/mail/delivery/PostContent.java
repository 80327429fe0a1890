package org.parley.notification.mail.delivery;

import java.net.URI;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MarkdownWriter;

/**
 * The content of a post as it stands in a mail: links are absolute, and pictures and
 * videos are named only, because mail programs may load them without being asked.
 * Spoilers are left out, because mail programs show them.
 */
final class PostContent {

	private static final Pattern IMAGE = Pattern
		.compile("!\\[((?:[^\\]\\[\\\\]|\\\\.){0,1000}+)]\\([^()\\s]{1,2000}\\)");

	private static final String SPOILERS = "span.spoiler, details.spoiler";

	private static final String HIDDEN = "▒▒▒";

	private PostContent() {
	}

	/**
	 * The Markdown source, with pictures by their descriptions; empty without a post. The
	 * text of a post with spoilers is that of its HTML, where it is certain what they
	 * are.
	 */
	static String text(Mail mail) {
		var post = parse(mail);
		if (post.select(SPOILERS).isEmpty()) {
			return IMAGE.matcher(mail.values().getOrDefault("content", "")).replaceAll("[🖼 $1]");
		}
		hide(post);
		post.select("input").forEach((box) -> box.replaceWith(new TextNode(box.hasAttr("checked") ? "[x]" : "[ ]")));
		post.select(".footnote-ref").forEach((number) -> number.replaceWith(new TextNode("[" + number.text() + "]")));
		post.select(".footnote-backref").remove();
		return MarkdownWriter.write(post.body(), (_) -> "").strip();
	}

	/** The sanitized HTML; empty without a post. */
	static String html(Mail mail, URI site) {
		var post = parse(mail);
		post.outputSettings(new OutputSettings().prettyPrint(false));
		hide(post);
		post.select("a[href^=/]").forEach((link) -> link.attr("href", site + link.attr("href")));
		post.select("blockquote")
			.attr("style", "margin:0 0 0 4px;padding-inline-start:12px;border-inline-start:3px solid #cbd2d9");
		post.select("pre").attr("style", "overflow:auto;padding:12px;background:#80808022;border-radius:6px");
		return post.body().html();
	}

	private static void hide(Document post) {
		post.select(SPOILERS).forEach((spoiler) -> spoiler.replaceWith(new TextNode(HIDDEN)));
		post.select("img, video, audio, picture").forEach(PostContent::replace);
	}

	private static Document parse(Mail mail) {
		return Jsoup.parseBodyFragment(mail.values().getOrDefault("html", ""));
	}

	private static void replace(Element shown) {
		var name = shown.hasAttr("alt") ? shown.attr("alt") : shown.attr("aria-label");
		shown.replaceWith(new TextNode(("[🖼 " + name).strip() + "]"));
	}

}
