package org.parley.notification.mail.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.contracts.mail.MailReceived;

/**
 * What the author of a mail has written, without the quoted mail and the signature.
 * Quotes between answers stay: they are quotes in Markdown, too.
 */
final class MailedText {

	/** More of them say no more, and each is searched through for the next text. */
	private static final Pattern BLANK_LINES = Pattern.compile("\n{4,}+");

	/** Our link works for everybody who reads it, also as programs rewrite it. */
	private static final Pattern UNSUBSCRIBE = Pattern.compile("notifications(?:/|%2F)unsubscribe(?:/|%2F)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WORD = Pattern.compile("<?[^\\s<>()\\[\\]]++>?");

	/**
	 * The line above a signature.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676#section-4.3">RFC 3676, 4.3</a>
	 */
	private static final String SIGNATURE = "-- ";

	private static final int LONGEST_SIGNATURE = 10;

	private static final int SHORTEST_RULE = 10;

	private static final int LONGEST_ATTRIBUTION = 4;

	private static final int LINES_OF_HEADER = 3;

	private static final int MOST_LINES_OF_HEADER = 8;

	private static final int LINES_BELOW = 4;

	private MailedText() {
	}

	static String of(MailReceived mail) {
		return (mail.html() != null) ? of(HtmlText.of(mail.html())) : ofPlain(mail.text());
	}

	/** The text of a plain mail, in which no program has marked anything. */
	static String ofPlain(String mail) {
		return of(MailedPictures.withoutMarks(mail));
	}

	static String of(String mail) {
		var lines = withoutQuotedMail(withoutArmor(lines(mail)));
		lines = withoutTrailingQuote(withoutSignature(withoutAttributions(lines)));
		return String.join("\n", withoutSignature(lines)).strip();
	}

	/** The text of a mail that answers none: what it quotes or forwards is its matter. */
	static String ofNew(MailReceived mail) {
		return ofNew((mail.html() != null) ? HtmlText.ofNew(mail.html()) : MailedPictures.withoutMarks(mail.text()));
	}

	static String ofNew(String mail) {
		var lines = withoutArmor(lines(mail));
		var own = withoutSignature(lines);
		var below = lines.subList(own.size(), lines.size());
		var isForwardedBelow = withoutQuotedMail(below).size() < below.size();
		return String.join("\n", isForwardedBelow ? lines : own).strip();
	}

	private static List<String> lines(String mail) {
		var text = printable(mail).lines()
			.map((line) -> UNSUBSCRIBE.matcher(line).find() ? withoutLink(line) : line)
			.map((line) -> line.equals(SIGNATURE) ? line : line.stripTrailing())
			.collect(Collectors.joining("\n"));
		return BLANK_LINES.matcher(text).replaceAll("\n\n\n").lines().toList();
	}

	/** A quoted line of ours has nothing else to say. */
	private static String withoutLink(String line) {
		return isQuote(line) ? ">" : WORD.matcher(line)
			.replaceAll(
					(word) -> UNSUBSCRIBE.matcher(word.group()).find() ? "" : Matcher.quoteReplacement(word.group()));
	}

	private static String printable(String mail) {
		var text = new StringBuilder(mail.length());
		mail.replace("\r\n", "\n").codePoints().map((character) -> switch (character) {
			case 0xA0, 0x2007, 0x202F -> ' ';
			default -> character;
		})
			.filter((character) -> character == '\n' || character == '\t'
					|| (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE))
			.forEach(text::appendCodePoint);
		return text.toString();
	}

	/**
	 * The text of a mail that is signed within it, and that before an encrypted one,
	 * which only its recipient can read.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-7">RFC 9580, 7</a>
	 */
	private static List<String> withoutArmor(List<String> lines) {
		var encrypted = lines.indexOf("-----BEGIN PGP MESSAGE-----");
		if (encrypted >= 0) {
			return lines.subList(0, encrypted);
		}
		var start = lines.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
		var end = lines.indexOf("-----BEGIN PGP SIGNATURE-----");
		if (start < 0 || end < start) {
			return lines;
		}
		return lines.subList(start, end)
			.stream()
			.dropWhile((line) -> !line.isBlank())
			.map((line) -> line.startsWith("- ") ? line.substring(2) : line)
			.toList();
	}

	/** Cuts where a quoted mail begins that has no angle brackets. */
	private static List<String> withoutQuotedMail(List<String> lines) {
		for (int i = 0; i < lines.size(); i++) {
			if (!isQuote(lines.get(i)) && (MailPhrases.isSeparator(lines.get(i)) || isHeader(lines, i)
					|| (isRule(lines.get(i)) && isHeader(lines, i + 1)))) {
				return lines.subList(0, i);
			}
			var start = isQuote(firstText(lines, i + 1)) ? i + 1 : startOfAttribution(lines, i + 1);
			if (start <= i) {
				return lines.subList(0, start);
			}
		}
		return lines;
	}

	private static boolean isRule(String line) {
		return line.length() >= SHORTEST_RULE
				&& (MailPhrases.trim(line, "_").isEmpty() || MailPhrases.trim(line, "-").isEmpty());
	}

	/**
	 * At least three lines with labels, of which the first stands here and which say what
	 * only mails have: people write lines with labels, too.
	 */
	private static boolean isHeader(List<String> lines, int start) {
		if (start >= lines.size() || !MailPhrases.isLabelled(lines.get(start))) {
			return false;
		}
		var header = lines.subList(start, lines.size())
			.stream()
			.filter((line) -> !line.isBlank())
			.limit(MOST_LINES_OF_HEADER)
			.takeWhile(MailPhrases::isLabelled)
			.toList();
		return header.size() >= LINES_OF_HEADER && MailPhrases.areOfMail(header);
	}

	/** Where an attribution begins that ends before a line; that line if none does. */
	private static int startOfAttribution(List<String> lines, int end) {
		var isAboveQuote = isQuote(firstText(lines, end));
		var nearest = end;
		var text = "";
		for (int start = end - 1; start >= Math.max(0, end - LONGEST_ATTRIBUTION); start--) {
			var line = lines.get(start);
			if (line.isBlank() || (start < end - 1 && MailPhrases.isEndOfSentence(line))) {
				return nearest;
			}
			text = text.isEmpty() ? line : line + " " + text;
			if (MailPhrases.isAttribution(text, isAboveQuote)) {
				if (MailPhrases.isStartOfAttribution(text)) {
					return start;
				}
				nearest = (nearest == end) ? start : nearest;
			}
		}
		return nearest;
	}

	/**
	 * Removes the lines above quotes that say who has written them. A quote above all
	 * answers goes with them, because it is the whole mail that is answered.
	 */
	private static List<String> withoutAttributions(List<String> lines) {
		var kept = new ArrayList<String>();
		for (int i = 0; i < lines.size(); i++) {
			kept.add(lines.get(i));
			var start = isQuote(firstText(lines, i + 1)) ? startOfAttribution(lines, i + 1) : i + 1;
			if (start <= i || isMarked(lines.get(i))) {
				kept.subList(Math.max(0, kept.size() - Math.max(1, i + 1 - start)), kept.size()).clear();
				if (kept.stream().allMatch(String::isBlank)) {
					i = endOfQuote(lines, i + 1) - 1;
				}
			}
		}
		return kept;
	}

	/** Whether a program has marked the line, or begins a quoted mail with it. */
	private static boolean isMarked(String line) {
		return line.contains(HtmlText.ATTRIBUTION)
				|| (isQuote(line) && MailPhrases.isSeparator(MailPhrases.trim(line, "> ")));
	}

	/** The line behind a quote and its blank lines. */
	private static int endOfQuote(List<String> lines, int start) {
		var end = start;
		while (end < lines.size() && (lines.get(end).isBlank() || isQuote(lines.get(end)))) {
			end++;
		}
		return end;
	}

	/** Removes a quote below the answer. */
	private static List<String> withoutTrailingQuote(List<String> lines) {
		var end = lines.size();
		var last = lastText(lines, end);
		if (last < 0 || !isQuote(lines.get(last))) {
			return lines;
		}
		end = last;
		while (end > 0 && (lines.get(end - 1).isBlank() || isQuote(lines.get(end - 1)))) {
			end--;
		}
		return lines.subList(0, end);
	}

	private static List<String> withoutSignature(List<String> lines) {
		var below = lastText(lines, lines.size());
		for (int i = 0; i < lines.size(); i++) {
			if (isAboveSignature(lines, i) || (below - i < LINES_BELOW && MailPhrases.isSentFrom(lines.get(i)))) {
				return lines.subList(0, i);
			}
		}
		return lines;
	}

	/**
	 * Some programs remove the space behind the dashes, but people divide texts by such
	 * lines, too.
	 */
	private static boolean isAboveSignature(List<String> lines, int i) {
		if (!lines.get(i).equals("--")) {
			return lines.get(i).equals(SIGNATURE);
		}
		var below = lines.subList(i + 1, lines.size());
		var text = below.stream().filter((line) -> !line.isBlank()).limit(LONGEST_SIGNATURE + 1L).count();
		return text == 0 || (text <= LONGEST_SIGNATURE && !below.getFirst().isBlank());
	}

	private static boolean isQuote(String line) {
		return line.stripLeading().startsWith(">");
	}

	/** The first line with text; empty if there is none. */
	private static String firstText(List<String> lines, int start) {
		return lines.subList(Math.min(start, lines.size()), lines.size())
			.stream()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.orElse("");
	}

	/** The last line with text before another; -1 if there is none. */
	private static int lastText(List<String> lines, int end) {
		var last = end - 1;
		while (last >= 0 && lines.get(last).isBlank()) {
			last--;
		}
		return last;
	}

}
