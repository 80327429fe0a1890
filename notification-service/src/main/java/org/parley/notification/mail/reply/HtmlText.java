package org.parley.notification.mail.reply;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML mail in Markdown, without what mail programs mark as quotation or
 * signature.
 */
final class HtmlText {

	/** What Gmail, Apple Mail, Thunderbird, Yahoo, Proton, Outlook and others mark. */
	private static final String MARKED = String.join(",", "head", "style", "script", "title", ".gmail_quote",
			".gmail_quote_container", ".gmail_extra", ".gmail_attr", ".gmail_signature", "blockquote[type=cite]",
			".moz-cite-prefix", ".moz-signature", ".yahoo_quoted", ".protonmail_quote", ".protonmail_signature_block",
			"#appendonsend", "#appendonsend ~ *", "#divRplyFwdMsg", "#divRplyFwdMsg ~ *", ".OutlookMessageHeader",
			".OutlookMessageHeader ~ *", "#mail-editor-reference-message-container",
			"#mail-editor-reference-message-container ~ *", "#ms-outlook-mobile-signature",
			"#ms-outlook-mobile-body-separator-line", "#Signature", "#AppleMailSignature", "[name=quote]",
			".zmail_extra", ".tutanota_quote", ".WordSection1 div[style*='border-top:solid #E1E1E1']",
			"div:has(> div[style*='border-top:solid #E1E1E1'])",
			"div:has(> div[style*='border-top:solid #E1E1E1']) ~ *",
			"div:has(> div[style*='border-top:solid #B5C4DF']) ~ *", "div[style*='border-top:solid #B5C4DF']");

	private static final Pattern MORE_BLANK_LINES = Pattern.compile("\n{3,}+");

	private static final int DEEPEST = 200;

	private HtmlText() {
	}

	static String of(String html) {
		var document = Jsoup.parse(html);
		document.select(MARKED).remove();
		var text = new StringBuilder();
		NodeTraversor.traverse(new Writer(text), document.body());
		return MORE_BLANK_LINES.matcher(text).replaceAll("\n\n");
	}

	/** Writes text, and line breaks for blocks. */
	private record Writer(StringBuilder text) implements NodeVisitor {

		@Override
		public void head(Node node, int depth) {
			if (depth > DEEPEST) {
				return;
			}
			if (node instanceof TextNode part) {
				var shown = part.text();
				this.text.append((isAtStartOfLine() && shown.startsWith(" ")) ? shown.substring(1) : shown);
			}
			else if (node instanceof Element element) {
				switch (element.normalName()) {
					case "br" -> this.text.append('\n');
					case "li" -> {
						startLine();
						this.text.append("- ");
					}
					case "blockquote" -> {
						startLine();
						this.text.append("\n> ");
					}
					case "p" -> {
						startLine();
						this.text.append('\n');
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
			if (node instanceof Element element && element.isBlock()) {
				startLine();
				if (element.nameIs("p") || element.nameIs("blockquote")) {
					this.text.append('\n');
				}
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
