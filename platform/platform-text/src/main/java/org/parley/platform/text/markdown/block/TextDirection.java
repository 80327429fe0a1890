package org.parley.platform.text.markdown.block;

import java.util.Map;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Puts the marks of lists and quotes, and the first column of tables, where their text
 * begins: at the right, if the first letter is one of Arabic, Hebrew or the like.
 * Mentions are no letters of the text.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#P2">Unicode Bidirectional Algorithm,
 * P2</a>
 */
final class TextDirection implements AttributeProvider {

	@Override
	public void setAttributes(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof Block && isMarked(node) && isRightToLeft(node)) {
			attributes.put("dir", "rtl");
		}
	}

	private static boolean isMarked(Node node) {
		return node instanceof ListBlock || node instanceof BlockQuote || node instanceof TableBlock
				|| node instanceof DetailsBlock || node instanceof SpoilerBlock;
	}

	private static boolean isRightToLeft(Node node) {
		var first = new FirstLetter();
		node.accept(first);
		return first.direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT;
	}

	/** Finds the direction of the first character that has one. */
	private static final class FirstLetter extends AbstractVisitor {

		private byte direction = Character.DIRECTIONALITY_UNDEFINED;

		@Override
		public void visit(Text text) {
			read(text.getLiteral());
		}

		@Override
		public void visit(Code code) {
			read(code.getLiteral());
		}

		@Override
		protected void visitChildren(Node parent) {
			for (var child = parent.getFirstChild(); child != null && !isFound(); child = child.getNext()) {
				child.accept(this);
			}
		}

		private void read(String text) {
			for (int at = 0; at < text.length() && !isFound(); at = text.offsetByCodePoints(at, 1)) {
				this.direction = strong(text.codePointAt(at));
			}
		}

		private boolean isFound() {
			return this.direction != Character.DIRECTIONALITY_UNDEFINED;
		}

		private static byte strong(int character) {
			return switch (Character.getDirectionality(character)) {
				case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Character.DIRECTIONALITY_LEFT_TO_RIGHT;
				case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
					Character.DIRECTIONALITY_RIGHT_TO_LEFT;
				default -> Character.DIRECTIONALITY_UNDEFINED;
			};
		}

	}

}
