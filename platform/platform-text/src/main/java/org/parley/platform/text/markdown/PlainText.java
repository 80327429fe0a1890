package org.parley.platform.text.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.parley.platform.text.markdown.block.SpoilerBlock;
import org.parley.platform.text.markdown.inline.Hashtag;
import org.parley.platform.text.markdown.inline.Mention;
import org.parley.platform.text.markdown.inline.Spoiler;
import org.parley.platform.text.markdown.inline.UnspacedEmphasis;

/**
 * Collects the words of a text, with one space at the end of lines and blocks.
 */
final class PlainText extends AbstractVisitor {

	/** Without a meaning within a line. */
	private static final String PUNCTUATION = ".,;?'\"()-…";

	/** Stands for the words of a spoiler. */
	static final String HIDDEN = "▒▒▒";

	private final StringBuilder words = new StringBuilder();

	private final boolean spoilers;

	private PlainText(boolean spoilers) {
		this.spoilers = spoilers;
	}

	/**
	 * Whether a text is certainly one line without markup, so that its words are the text
	 * itself. It begins with a letter, as no list, heading, quotation or code does.
	 */
	static boolean isPlain(String markdown) {
		if (markdown.isEmpty() || !Character.isLetter(markdown.charAt(0)) || markdown.endsWith(" ")) {
			return false;
		}
		for (var at = 1; at < markdown.length(); at++) {
			var c = markdown.charAt(at);
			if (!Character.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0
					&& !(c == ' ' && markdown.charAt(at - 1) != ' ')) {
				return false;
			}
		}
		return true;
	}

	/** Collects the words that are shown to everybody. */
	static String of(Node document) {
		return words(document, new PlainText(false));
	}

	/** Collects the words, those of spoilers included. */
	static String withSpoilers(Node document) {
		return words(document, new PlainText(true));
	}

	private static String words(Node document, PlainText plain) {
		document.accept(plain);
		return UnspacedEmphasis.unmark(plain.words.toString()).strip();
	}

	@Override
	public void visit(Text text) {
		append(text.getLiteral());
	}

	@Override
	public void visit(Code code) {
		append(code.getLiteral());
	}

	@Override
	public void visit(HtmlInline html) {
		append(html.getLiteral());
	}

	@Override
	public void visit(FencedCodeBlock code) {
		append(code.getLiteral());
		appendSpace();
	}

	@Override
	public void visit(IndentedCodeBlock code) {
		append(code.getLiteral());
		appendSpace();
	}

	@Override
	public void visit(SoftLineBreak end) {
		appendSpace();
	}

	@Override
	public void visit(HardLineBreak end) {
		appendSpace();
	}

	@Override
	public void visit(CustomNode node) {
		switch (node) {
			case Mention mention -> append(mention.literal());
			case Hashtag hashtag -> append(hashtag.literal());
			case TaskListItemMarker task -> append(task.isChecked() ? "[x] " : "[ ] ");
			case Spoiler _ when !this.spoilers -> append(HIDDEN);
			default -> visitChildren(node);
		}
		if (node instanceof TableCell) {
			appendSpace();
		}
	}

	@Override
	public void visit(CustomBlock block) {
		if (block instanceof SpoilerBlock && !this.spoilers) {
			append(HIDDEN + " ");
		}
		else {
			visitChildren(block);
		}
	}

	@Override
	protected void visitChildren(Node parent) {
		super.visitChildren(parent);
		if (parent instanceof Block) {
			appendSpace();
		}
	}

	private void append(String text) {
		text.codePoints().forEach((c) -> {
			if (Character.isWhitespace(c)) {
				appendSpace();
			}
			else {
				this.words.appendCodePoint(c);
			}
		});
	}

	private void appendSpace() {
		if (!this.words.isEmpty() && this.words.charAt(this.words.length() - 1) != ' ') {
			this.words.append(' ');
		}
	}

}
