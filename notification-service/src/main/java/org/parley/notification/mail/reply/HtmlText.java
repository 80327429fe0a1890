package org.parley.notification.mail.reply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

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

	private static final Pattern MORE_BLANK_LINES = Pattern.compile("\n{3,}+");

	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>]{1,2000}");

	private static final int DEEPEST = 200;

	private static final int DEEPEST_QUOTE = 10;

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
		var writer = new Writer();
		NodeTraversor.traverse(writer, document.body());
		return MORE_BLANK_LINES.matcher(writer.text).replaceAll("\n\n");
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

	/** Writes text, line breaks for blocks, and angle brackets for quotations. */
	private static final class Writer implements NodeVisitor {

		private final StringBuilder text = new StringBuilder();

		private int quotes;

		private int preformatted;

		/** The last number of each list around; negative for one without numbers. */
		private final Deque<Integer> lists = new ArrayDeque<>();

		@Override
		public void head(Node node, int depth) {
			if (depth > DEEPEST) {
				return;
			}
			if (node instanceof TextNode part) {
				if (this.preformatted > 0) {
					writeLines(part.getWholeText());
				}
				else {
					write(part.text());
				}
			}
			else if (node instanceof Element element) {
				switch (element.normalName()) {
					case "br" -> breakLine();
					case "img" -> write(picture(element));
					case "li" -> {
						startLine();
						write(marker());
					}
					case "ol", "ul" -> {
						startLine();
						this.lists.push(element.nameIs("ol") ? 0 : -1);
					}
					case "pre" -> {
						startLine();
						this.preformatted++;
					}
					case "blockquote" -> {
						startLine();
						breakLine();
						this.quotes++;
					}
					case "p" -> {
						startLine();
						breakLine();
					}
					default -> {
						if (element.isBlock()) {
							startLine();
						}
					}
				}
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (node instanceof Element link && link.nameIs("a") && depth <= DEEPEST) {
				write(address(link));
			}
			if (node instanceof Element element && element.isBlock() && depth <= DEEPEST) {
				startLine();
				if (element.nameIs("blockquote")) {
					this.quotes--;
				}
				if (element.nameIs("p") || element.nameIs("blockquote")) {
					breakLine();
				}
				switch (element.normalName()) {
					case "ol", "ul" -> this.lists.pop();
					case "pre" -> this.preformatted--;
					default -> {
					}
				}
			}
		}

		/** A picture of the mail itself; others are addresses that readers would call. */
		private static String picture(Element image) {
			var source = image.attr("src").strip();
			return source.regionMatches(true, 0, MailedPictures.SCHEME, 0, MailedPictures.SCHEME.length())
					? MailedPictures.placeholder(source.substring(MailedPictures.SCHEME.length()).replace("%40", "@"))
					: "";
		}

		/**
		 * The address of a link behind its text, as in plain mails, unless it is the
		 * text.
		 */
		private static String address(Element link) {
			var address = link.attr("href").strip();
			var isShown = link.text().isBlank()
					|| link.text().contains(address.replaceFirst("^https?://", "").replaceFirst("/$", ""));
			return (isShown || !WEB_ADDRESS.matcher(address).matches()) ? "" : " <" + address + ">";
		}

		/** What stands before an item of the list. */
		private String marker() {
			if (this.lists.isEmpty() || this.lists.element() < 0) {
				return "- ";
			}
			this.lists.push(this.lists.pop() + 1);
			return this.lists.element() + ". ";
		}

		private void writeLines(String part) {
			var lines = part.split("\n", -1);
			for (int i = 0; i < lines.length; i++) {
				if (i > 0) {
					breakLine();
				}
				if (!lines[i].isEmpty()) {
					quote();
					this.text.append(lines[i]);
				}
			}
		}

		private void write(String part) {
			var shown = (isAtStartOfLine() && part.startsWith(" ")) ? part.substring(1) : part;
			if (!shown.isEmpty()) {
				quote();
				this.text.append(shown);
			}
		}

		private void breakLine() {
			quote();
			this.text.append('\n');
		}

		/** A quotation has an angle bracket before each of its lines. */
		private void quote() {
			if (this.quotes > 0 && isAtStartOfLine()) {
				this.text.append("> ".repeat(Math.min(this.quotes, DEEPEST_QUOTE)));
			}
		}

		private void startLine() {
			if (!isAtStartOfLine()) {
				this.text.append('\n');
			}
		}

		private boolean isAtStartOfLine() {
			return this.text.isEmpty() || this.text.charAt(this.text.length() - 1) == '\n';
		}

	}

}
