package org.parley.notification.mail.reply;

import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.MarkdownWriter;

/**
 * The text of an HTML mail in Markdown, without what mail programs mark as quotation or
 * signature.
 */
final class HtmlText {

	/** Stands for a line that a program has marked as attribution of a quote. */
	static final String ATTRIBUTION = "\uE000";

	/** The elements of such a line in Gmail and Thunderbird. */
	private static final String ATTRIBUTIONS = ".gmail_attr, .moz-cite-prefix";

	private static final String UNSEEN = "head, style, script, title";

	private static final String SIGNATURES = ".gmail_signature, .moz-signature, .protonmail_signature_block, "
			+ "#ms-outlook-mobile-signature, #Signature, #AppleMailSignature";

	/**
	 * What Gmail, Apple Mail, Thunderbird, Yahoo, Proton, Outlook and others mark.
	 * Quotations that stand in {@code blockquote} may have answers between them.
	 */
	private static final String MARKED = String.join(",", SIGNATURES, ".yahoo_quoted", "div.protonmail_quote",
			"#ms-outlook-mobile-body-separator-line", "[name=quote]", ".zmail_extra", ".tutanota_quote",
			".WordSection1 div[style*='border-top:solid #E1E1E1']", "div[style*='border-top:solid #B5C4DF']");

	/** Where quoted mails of Outlook begin, which go on in the elements behind. */
	private static final String STARTS = "#appendonsend, #divRplyFwdMsg, .OutlookMessageHeader, "
			+ "#mail-editor-reference-message-container";

	/**
	 * The lines above a quoted mail of Outlook, whose parent begins it or is before it.
	 */
	private static final String LINES = "div > div[style*='border-top:solid #E1E1E1']";

	private static final String OLD_LINES = "div > div[style*='border-top:solid #B5C4DF']";

	private HtmlText() {
	}

	static String of(String html) {
		var document = Jsoup.parse(MailedPictures.withoutMarks(html));
		document.select(STARTS).forEach(HtmlText::removeFrom);
		document.select(LINES).forEach((line) -> removeFrom(line.parent()));
		document.select(OLD_LINES).forEach((line) -> removeFrom(Objects.requireNonNull(line.parent()).nextSibling()));
		document.select(MARKED).remove();
		document.select(ATTRIBUTIONS).forEach((line) -> line.text(ATTRIBUTION));
		return written(document);
	}

	/** The text of a mail that answers none, with what it quotes. */
	static String ofNew(String html) {
		var document = Jsoup.parse(MailedPictures.withoutMarks(html));
		document.select(SIGNATURES).remove();
		return written(document);
	}

	private static String written(Document document) {
		document.select(UNSEEN).remove();
		return MarkdownWriter.write(document.body(), HtmlText::picture);
	}

	/**
	 * Removes a node and all behind it, the last one first: selectors for siblings take a
	 * time that grows with the square of their number.
	 */
	private static void removeFrom(@Nullable Node start) {
		var parent = (start != null) ? start.parent() : null;
		if (start == null || parent == null) {
			return;
		}
		for (var at = parent.childNodeSize() - 1; at >= start.siblingIndex(); at--) {
			parent.childNode(at).remove();
		}
	}

	/** A picture of the mail itself; others are addresses that readers would call. */
	private static String picture(Element image) {
		var source = image.attr("src").strip();
		return source.regionMatches(true, 0, MailedPictures.SCHEME, 0, MailedPictures.SCHEME.length())
				? MailedPictures.placeholder(source.substring(MailedPictures.SCHEME.length()).replace("%40", "@")) : "";
	}

}
