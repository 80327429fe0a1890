package org.parley.platform.text.markdown.inline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.UnicodeSet;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Parses bare web addresses before emphasis, so that underscores in them stay. They end
 * as in GitHub's Markdown, and at the punctuation of scripts that are written without
 * spaces.
 *
 * @see <a href="https://github.github.com/gfm/#autolinks-extension-">GFM: autolinks</a>
 */
final class AddressParser implements InlineContentParserFactory, InlineContentParser {

	private static final List<String> STARTS = List.of("http://", "https://", "www.");

	/** The length of the longest of them. */
	private static final int LONGEST_START = 8;

	private static final int MAX_LENGTH = 2_000;

	/** Ends an address wherever it is. */
	private static final String ENDS = "<>\"`|";

	/** Punctuation of all scripts that is not ASCII, which ends one, too. */
	private static final UnicodeSet PUNCTUATION = new UnicodeSet(
			"[[[:Terminal_Punctuation:][:Ps:][:Pe:][:Pi:][:Pf:]\uFF1C\uFF1E]-[[:ASCII:]\u2018\u2019\uFF0E]]")
		.freeze();

	/** Belongs to the sentence around an address, if it is at the end. */
	private static final String TRAILING = "?!.,:;*_~'\\\u2018\u2019\u2026\u30FB\uFF0E\uFF5E"
			+ "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

	/**
	 * Emphasis that ends within a text without spaces, and the sign before the next
	 * address.
	 */
	private static final Pattern DELIMITERS = Pattern.compile("(?:\\*|~~)[^\\p{ASCII}]|[,;](?i:https?://|www\\.)");

	private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

	private static final Pattern ENTITY = Pattern.compile("&[A-Za-z0-9]{1,32};\\z");

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('h', 'H', 'w', 'W');
	}

	@Override
	public InlineContentParser create() {
		return this;
	}

	@Override
	public ParsedInline tryParse(InlineParserState state) {
		var scanner = state.scanner();
		var before = scanner.peekPreviousCodePoint();
		if (before != '_' && Words.isWordCharacter(before)) {
			return ParsedInline.none();
		}
		var start = scanner.position();
		var found = read(scanner);
		var hasScheme = isScheme(found);
		if (found.length() > MAX_LENGTH || !(hasScheme ? hasHost(found) : isWeb(found, before))) {
			return ParsedInline.none();
		}
		var delimiters = DELIMITERS.matcher(found);
		var address = delimiters.find() ? found.substring(0, delimiters.start()) : found;
		address = address.substring(0, trimmedLength(address));
		scanner.setPosition(start);
		for (var at = 0; at < address.length(); at++) {
			scanner.next();
		}
		var shown = ESCAPE.matcher(address).replaceAll("$1").replace("&amp;", "&");
		var link = new Link(hasScheme ? shown : "http://" + shown, null);
		link.appendChild(new Text(shown));
		return ParsedInline.of(link, scanner.position());
	}

	/** Reads up to the end of what may be an address; stops early at other words. */
	private static String read(Scanner scanner) {
		var found = new StringBuilder();
		var brackets = 0;
		var hasQuery = false;
		while (found.length() <= MAX_LENGTH) {
			var next = scanner.peek();
			brackets += (next == '[') ? 1 : (next == ']') ? -1 : 0;
			if (brackets < 0 || (isEnd(next) && !(hasQuery && isDivider(scanner)))) {
				break;
			}
			hasQuery |= next == '?';
			found.append(next);
			scanner.next();
			if (found.length() <= LONGEST_START && !mayStart(found)) {
				break;
			}
		}
		return found.toString();
	}

	private static boolean isEnd(char c) {
		return c == Scanner.END || Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)
				|| ENDS.indexOf(c) >= 0 || PUNCTUATION.contains(c);
	}

	/** Whether a bar is between two values of a query: {@code ?family=Lato|Roboto}. */
	private static boolean isDivider(Scanner scanner) {
		if (scanner.peek() != '|') {
			return false;
		}
		var bar = scanner.position();
		scanner.next();
		var isDivider = Character.isLetterOrDigit(scanner.peek()) || scanner.peek() == '%';
		scanner.setPosition(bar);
		return isDivider;
	}

	/**
	 * Whether an address may begin so; another text is left early, and not read again.
	 */
	private static boolean mayStart(CharSequence found) {
		return STARTS.stream()
			.anyMatch((start) -> start.regionMatches(true, 0, found.toString(), 0,
					Math.min(start.length(), found.length())));
	}

	private static boolean isScheme(String found) {
		var lower = found.toLowerCase(Locale.ROOT);
		return lower.startsWith("http://") || lower.startsWith("https://");
	}

	private static boolean hasHost(String found) {
		var host = found.indexOf("://") + 3;
		if (host == found.length()) {
			return false;
		}
		return (found.charAt(host) == '[') ? found.indexOf(']', host) > 0 : isOfName(found.codePointAt(host));
	}

	private static boolean isWeb(String found, int before) {
		return found.regionMatches(true, 0, "www.", 0, 4) && "./@:-".indexOf(before) < 0 && found.length() > 4
				&& isOfName(found.codePointAt(4)) && found.indexOf('.', 5) > 0;
	}

	private static boolean isOfName(int c) {
		return Character.isLetterOrDigit(c) || Character.isEmojiPresentation(c);
	}

	private static int trimmedLength(String address) {
		var unopened = count(address, ')') - count(address, '(');
		var end = address.length();
		while (end > 0) {
			var last = address.charAt(end - 1);
			if (last == ')' && unopened > 0) {
				unopened--;
				end--;
			}
			else if (last == ';') {
				var entity = ENTITY.matcher(address).region(Math.max(0, end - 34), end);
				end = entity.find() ? entity.start() : end - 1;
			}
			else if (TRAILING.indexOf(last) >= 0 && !isUnderlinedName(address, end)) {
				end--;
			}
			else {
				break;
			}
		}
		return end;
	}

	private static long count(String address, char c) {
		return address.chars().filter((one) -> one == c).count();
	}

	/** Whether underscores at the end belong to a name like {@code __init__}. */
	private static boolean isUnderlinedName(String address, int end) {
		if (address.charAt(end - 1) != '_') {
			return false;
		}
		var name = address.substring(address.lastIndexOf('/', end - 1) + 1, end);
		var underscores = 0;
		while (underscores < name.length() && name.charAt(name.length() - 1 - underscores) == '_') {
			underscores++;
		}
		return name.length() > 2 * underscores && name.startsWith("_".repeat(underscores));
	}

}
