package org.parley.notification.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Writes HTML as text in Markdown: line breaks for blocks, marks for items of lists, and
 * angle brackets for quotations.
 */
public final class MarkdownWriter implements NodeVisitor {

	private static final Pattern MORE_BLANK_LINES = Pattern.compile("\n{3,}+");

	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>]{1,2000}");

	private static final int DEEPEST = 200;

	private static final int DEEPEST_QUOTE = 10;

	private final StringBuilder text = new StringBuilder();

	private int quotes;

	private int preformatted;

	/** The last number of each list around; negative for one without numbers. */
	private final Deque<Integer> lists = new ArrayDeque<>();

	private final Function<Element, String> picture;

	private MarkdownWriter(Function<Element, String> picture) {
		this.picture = picture;
	}

	/**
	 * Writes what an element contains.
	 * @param picture what stands for an {@code img}
	 */
	public static String write(Element element, Function<Element, String> picture) {
		var writer = new MarkdownWriter(picture);
		NodeTraversor.traverse(writer, element);
		return MORE_BLANK_LINES.matcher(writer.text).replaceAll("\n\n");
	}

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
				case "img" -> write(this.picture.apply(element));
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
					if (!isFirstOfItem(element)) {
						startLine();
						breakLine();
					}
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

	/**
	 * The address of a link behind its text, as in plain mails, unless it is the text.
	 */
	private static String address(Element link) {
		var address = link.attr("href").strip();
		var isShown = link.text().isBlank()
				|| link.text().contains(address.replaceFirst("^https?://", "").replaceFirst("/$", ""));
		return (isShown || !WEB_ADDRESS.matcher(address).matches()) ? "" : " <" + address + ">";
	}

	/** The first paragraph of an item or a quotation stands beside its mark. */
	private static boolean isFirstOfItem(Element paragraph) {
		var parent = paragraph.parent();
		return parent != null && (parent.nameIs("li") || parent.nameIs("blockquote"))
				&& paragraph.equals(parent.firstElementChild()) && !isBehindText(paragraph);
	}

	private static boolean isBehindText(Element paragraph) {
		var before = paragraph.previousSibling();
		while (before != null && !(before instanceof TextNode text && !text.isBlank())) {
			before = before.previousSibling();
		}
		return before != null;
	}

	/** The mark before an item of the list. */
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
		var isAfterSpace = isAtStartOfLine() || this.text.charAt(this.text.length() - 1) == ' ';
		var shown = (isAfterSpace && part.startsWith(" ")) ? part.substring(1) : part;
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
