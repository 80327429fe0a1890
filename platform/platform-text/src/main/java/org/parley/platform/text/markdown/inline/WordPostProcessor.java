package org.parley.platform.text.markdown.inline;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.TagKey;

/**
 * Finds mentions, hashtags and the names of emoji in the text that is neither code nor an
 * address. Links and descriptions of images contain emoji only.
 */
final class WordPostProcessor implements PostProcessor {

	/** Words with signs and joiners. */
	private static final String TAG = "[\\p{L}\\p{M}\\p{Nd}_](?:[" + TagKey.SIGNS
			+ "\u200C\u200D]?[\\p{L}\\p{M}\\p{Nd}_]){0,49}";

	private static final Pattern SIGNS = Pattern.compile("[@\uFF20](?<name>[A-Za-z0-9_-]{2,29}[A-Za-z0-9_])"
			+ "|[#\uFF03](?<tag>" + TAG + ")|:(?<emoji>[a-z0-9_+-]{1,40}):");

	/** Elements whose text is code or input. */
	private static final Set<String> CODE = Set.of("code", "kbd", "samp", "var");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	/** The rest of a name that is a domain, as other networks have them. */
	private static final Pattern DOMAIN = Pattern.compile("(?:\\.[A-Za-z0-9-]+){2,}+");

	private final boolean hashtags;

	WordPostProcessor(boolean hashtags) {
		this.hashtags = hashtags;
	}

	@Override
	public Node process(Node document) {
		document.accept(new FindingVisitor());
		return document;
	}

	private final class FindingVisitor extends AbstractVisitor {

		private int openLinks;

		private int openCode;

		@Override
		public void visit(Link link) {
			this.openLinks++;
			visitChildren(link);
			this.openLinks--;
		}

		@Override
		public void visit(Image image) {
			this.openLinks++;
			visitChildren(image);
			this.openLinks--;
		}

		@Override
		public void visit(CustomNode node) {
			var isCode = node instanceof InlineElement element && CODE.contains(element.name());
			this.openCode += isCode ? 1 : 0;
			visitChildren(node);
			this.openCode -= isCode ? 1 : 0;
			if (node instanceof EscapeParser.EscapedSign escaped) {
				escaped.becomeText();
			}
		}

		@Override
		public void visit(Text text) {
			var literal = text.getLiteral();
			var matcher = SIGNS.matcher(literal);
			var end = 0;
			for (var from = 0; this.openCode == 0 && from < literal.length() && matcher.find(from);) {
				var node = node(literal, matcher.toMatchResult(), end);
				if (node == null) {
					from = matcher.start() + 1;
					continue;
				}
				insert(text, literal.substring(end, matcher.start()));
				text.insertBefore(node);
				end = matcher.end();
				from = end;
			}
			if (end > 0) {
				insert(text, literal.substring(end));
				text.unlink();
			}
		}

		private void insert(Text text, String literal) {
			if (!literal.isEmpty()) {
				text.insertBefore(new Text(literal));
			}
		}

		/**
		 * Returns the node for a match.
		 * @param end the end of the last node
		 */
		private @Nullable Node node(String text, MatchResult found, int end) {
			var emoji = found.group("emoji");
			if (emoji != null) {
				var character = isEmojiPlace(text, found, end) ? EmojiNames.find(emoji) : null;
				return (character != null) ? new Text(character) : null;
			}
			if (this.openLinks > 0) {
				return null;
			}
			if (found.group("name") != null) {
				return isMentionPlace(text, found, end) ? new Mention(found.group()) : null;
			}
			return (WordPostProcessor.this.hashtags && isHashtagPlace(text, found)) ? new Hashtag(found.group()) : null;
		}

	}

	/** Times, ratios and paths contain no emoji; emoji follow one another. */
	private static boolean isEmojiPlace(String text, MatchResult found, int end) {
		var before = Words.before(text, found.start());
		var isFollower = end > 0 && found.start() == end;
		return (isFollower || (before != ':' && !Words.isWordCharacter(before)))
				&& !Words.isWordCharacter(Words.at(text, found.end()));
	}

	/**
	 * Mail addresses, names of packages and handles of other networks are no mentions. A
	 * slash may stand between two of them, and dashes after one.
	 */
	private static boolean isMentionPlace(String text, MatchResult found, int end) {
		var isFollower = end > 0 && found.start() == end + 1 && text.charAt(end) == '/';
		var before = isFollower ? ' ' : Words.before(text, found.start());
		var next = found.end();
		while (Words.at(text, next) == '-') {
			next++;
		}
		var after = Words.at(text, next);
		var isAddress = after == '.' && Character.isLetter(before)
				&& Character.isLetterOrDigit(Words.at(text, next + 1));
		var isPath = after == '/' && Words.isWordCharacter(Words.at(text, next + 1));
		var isHandle = after == '.' && DOMAIN.matcher(text).region(next, text.length()).lookingAt();
		return !Words.isWordCharacter(before) && "@\uFF20/".indexOf(before) < 0 && !isAddress && !isHandle && !isPath
				&& !Words.isWordCharacter(after) && !Words.isMark(after) && "@\uFF20".indexOf(after) < 0;
	}

	private static boolean isHashtagPlace(String text, MatchResult found) {
		var before = Words.before(text, found.start());
		var after = Words.at(text, found.end());
		return !Words.isWordCharacter(before) && "#\uFF03&/".indexOf(before) < 0 && !Character.isLetterOrDigit(after)
				&& LETTER.matcher(found.group("tag")).find();
	}

}
