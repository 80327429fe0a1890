package org.parley.platform.text.markdown.inline;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Links bare mail addresses, with {@code mailto:} before them or not, as GitHub's
 * Markdown does. They end where the sentence goes on in a script without spaces.
 *
 * @see <a href="https://github.github.com/gfm/#autolinks-extension-">GFM: autolinks</a>
 */
final class MailPostProcessor implements PostProcessor {

	private static final String SCHEME = "mailto:";

	private static final int MAX_NAME = 64;

	private static final int MAX_DOMAIN = 253;

	@Override
	public Node process(Node document) {
		document.accept(new TextVisitor());
		return document;
	}

	/**
	 * Returns where the address around a sign begins; the sign itself if it has no name.
	 */
	private static int start(String text, int sign, int earliest) {
		var start = sign;
		while (start > Math.max(earliest, sign - MAX_NAME) && isOfName(text.charAt(start - 1))) {
			start--;
		}
		while (start < sign && ".'".indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		return (start > earliest && "@\uFF20".indexOf(text.charAt(start - 1)) >= 0) ? sign : start;
	}

	private static boolean isOfName(char c) {
		return ".+-_'".indexOf(c) >= 0 || (isOfWord(c) && !isUnspaced(c));
	}

	/** Returns where the domain behind a sign ends; the sign itself if there is none. */
	private static int end(String text, int sign) {
		var end = sign + 1;
		while (end < Math.min(text.length(), sign + MAX_DOMAIN) && isOfDomain(text, end)) {
			end++;
		}
		if (end == sign + 1 || "-_".indexOf(text.charAt(end - 1)) >= 0) {
			return sign;
		}
		var top = text.lastIndexOf('.', end - 1) + 1;
		return (top > sign + 2) ? endOfTop(text, sign, top, end) : sign;
	}

	private static boolean isOfDomain(String text, int at) {
		var c = text.charAt(at);
		return isOfWord(c) || c == '-' || c == '_' || (c == '.' && at + 1 < text.length()
				&& isOfWord(text.charAt(at + 1)) && isOfWord(text.charAt(at - 1)));
	}

	/**
	 * A top-level domain in ASCII ends where another script begins. Without a letter it
	 * is the version of a package.
	 */
	private static int endOfTop(String text, int sign, int top, int end) {
		var ascii = top;
		while (ascii < end && text.charAt(ascii) < '\u0080') {
			ascii++;
		}
		if (ascii == top) {
			return end;
		}
		return text.substring(top, ascii).chars().anyMatch(Character::isLetter) ? ascii : sign;
	}

	private static boolean isOfWord(char c) {
		return Character.isLetterOrDigit(c) || Words.isMark(c);
	}

	private static boolean isUnspaced(char c) {
		return switch (Character.UnicodeScript.of(c)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
			default -> false;
		};
	}

	private static boolean hasScheme(String text, int start, int earliest) {
		var scheme = start - SCHEME.length();
		return scheme >= earliest && text.regionMatches(true, scheme, SCHEME, 0, SCHEME.length())
				&& !(scheme > 0 && Words.isWordCharacter(text.charAt(scheme - 1)));
	}

	private static final class TextVisitor extends AbstractVisitor {

		@Override
		public void visit(Link link) {
			// Links contain no links.
		}

		@Override
		public void visit(Image image) {
			// Descriptions are no links.
		}

		@Override
		public void visit(Text text) {
			var literal = text.getLiteral();
			var done = 0;
			for (var sign = literal.indexOf('@'); sign >= 0; sign = literal.indexOf('@', sign + 1)) {
				var start = start(literal, sign, done);
				var end = end(literal, sign);
				if (start < sign && end > sign) {
					var link = new Link(SCHEME + literal.substring(start, end), null);
					var from = hasScheme(literal, start, done) ? start - SCHEME.length() : start;
					link.appendChild(new Text(literal.substring(from, end)));
					text.insertBefore(new Text(literal.substring(done, from)));
					text.insertBefore(link);
					done = end;
				}
			}
			if (done > 0) {
				text.setLiteral(literal.substring(done));
			}
		}

	}

}
