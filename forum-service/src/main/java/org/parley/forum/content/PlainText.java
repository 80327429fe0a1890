package org.parley.forum.content;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the words of a parsed text, with one space where lines and blocks end. */
final class PlainText extends AbstractVisitor {

	private final StringBuilder words = new StringBuilder();

	private PlainText() {
	}

	static String of(Node document) {
		var plain = new PlainText();
		document.accept(plain);
		return plain.words.toString().strip();
	}

	@Override
	public void visit(Text text) {
		add(text.getLiteral());
	}

	@Override
	public void visit(Code code) {
		add(code.getLiteral());
	}

	@Override
	public void visit(HtmlInline html) {
		add(html.getLiteral());
	}

	@Override
	public void visit(FencedCodeBlock code) {
		add(code.getLiteral());
		space();
	}

	@Override
	public void visit(IndentedCodeBlock code) {
		add(code.getLiteral());
		space();
	}

	@Override
	public void visit(SoftLineBreak end) {
		space();
	}

	@Override
	public void visit(HardLineBreak end) {
		space();
	}

	@Override
	public void visit(CustomNode node) {
		visitChildren(node);
		if (node instanceof TableCell) {
			space();
		}
	}

	@Override
	protected void visitChildren(Node parent) {
		super.visitChildren(parent);
		if (parent instanceof Block) {
			space();
		}
	}

	private void add(String text) {
		text.codePoints().forEach((c) -> {
			if (Character.isWhitespace(c)) {
				space();
			}
			else {
				this.words.appendCodePoint(c);
			}
		});
	}

	private void space() {
		if (!this.words.isEmpty() && this.words.charAt(this.words.length() - 1) != ' ') {
			this.words.append(' ');
		}
	}

}
