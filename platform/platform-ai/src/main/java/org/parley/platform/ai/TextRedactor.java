package org.parley.platform.ai;

import java.util.List;

import com.google.re2j.Pattern;

/**
 * Removes email addresses and phone numbers from texts for outside models. The time grows
 * linearly with the text.
 */
public final class TextRedactor {

	private static final String MAIL_KIND = "mail";

	private static final String PHONE_KIND = "phone";

	/** The kinds of data that are removed. */
	public static final List<String> KINDS = List.of(MAIL_KIND, PHONE_KIND);

	private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+'-]{1,64}[@\\x{ff20}\\x{fe6b}]"
			+ "[\\p{L}\\p{M}\\p{N}-]{1,63}(?:[.\\x{ff0e}][\\p{L}\\p{M}\\p{N}-]{1,63}){1,8}");

	/** Includes the minus sign, and the long vowel sign that Japanese keyboards give. */
	private static final String DASH = "[\\p{Pd}\\x{2212}\\x{30fc}]";

	private static final String SEPARATOR = "(?:" + DASH + "|[\\p{Z}\\p{Cf}./()\\x{ff0e}\\x{ff0f}\\x{ff08}\\x{ff09}])";

	private static final String YEAR = "(?:19|20)\\d{2}";

	/**
	 * At least seven digits with common separators. A date, a range of years or a decimal
	 * number, which is the group, is none.
	 */
	private static final Pattern PHONE = Pattern.compile("(\\b" + YEAR + DASH + "(?:\\d{2}" + DASH + "\\d{2}|" + YEAR
			+ ")\\b|\\b\\d\\.\\d{6,}\\b)|[+\\x{ff0b}]?[(\\x{ff08}]?\\p{Nd}(?:" + SEPARATOR + "{0,2}\\p{Nd}){6,16}");

	private TextRedactor() {
	}

	/**
	 * Returns the text with the kind of each removed part in its place, such as
	 * {@code [mail]}.
	 */
	public static String redact(String text) {
		var numbers = PHONE.matcher(MAIL.matcher(text).replaceAll(mark(MAIL_KIND)));
		var redacted = new StringBuilder();
		while (numbers.find()) {
			numbers.appendReplacement(redacted, (numbers.group(1) != null) ? "$1" : mark(PHONE_KIND));
		}
		return numbers.appendTail(redacted).toString();
	}

	private static String mark(String kind) {
		return "[" + kind + "]";
	}

}
