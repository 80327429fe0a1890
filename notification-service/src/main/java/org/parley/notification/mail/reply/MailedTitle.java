package org.parley.notification.mail.reply;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The title of a thread that a mail starts: its subject without what programs add. */
final class MailedTitle {

	/**
	 * What programs put before the subject of a mail that they answer or forward, in many
	 * languages and repeatedly, such as {@code Re[2]: AW: Fwd:}. Other words with a colon
	 * are the author's own.
	 */
	private static final Pattern PREFIXES = Pattern.compile(
			"(?:(?:re|aw|antw(?:ort)?|wg|fw|fwd|sv|vs|vb|vl|vá|tr|rv|rép|res|enc|rif|inoltra|odp|pd|ynt|ilt|doorst"
					+ "|отв|回复|回覆|答复|轉寄|转发|返信|転送|رد|إعادة توجيه)"
					+ "(?:\\s?\\[\\d{1,3}]|\\s?\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s{0,3}[:：]\\s{0,9}){1,20}",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** Everything that a title of one line may not have. */
	private static final Pattern NO_LINE = Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+");

	/** What turns the direction of the text after it, and noncharacters. */
	private static final Pattern TURNING = Pattern
		.compile("[\\u202A-\\u202E\\u2066-\\u2069\\p{IsNoncharacter_Code_Point}]");

	/** A character as people see it, such as a family of emoji. */
	private static final Pattern CHARACTER = Pattern.compile("\\X");

	private static final int MIN_CHARACTERS = 3;

	private static final int MAX_CHARACTERS = 200;

	private MailedTitle() {
	}

	static String of(String subject) {
		var line = NO_LINE.matcher(TURNING.matcher(subject).replaceAll("")).replaceAll(" ").strip();
		var prefixes = PREFIXES.matcher(line);
		return fitted(prefixes.lookingAt() ? line.substring(prefixes.end()).strip() : line);
	}

	/** A title has as many characters as the forum wants. */
	private static String fitted(String title) {
		var ends = CHARACTER.matcher(title).results().mapToInt(MatchResult::end).limit(MAX_CHARACTERS + 1L).toArray();
		if (ends.length < MIN_CHARACTERS) {
			return title + "...";
		}
		return (ends.length <= MAX_CHARACTERS) ? title
				: title.substring(0, ends[MAX_CHARACTERS - 2]).stripTrailing() + "…";
	}

}
