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

	private static final Pattern MAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

	/**
	 * At least seven digits with common separators. A date or a decimal number, which is
	 * the group, is none.
	 */
	private static final Pattern PHONE = Pattern.compile("(\\b(?:19|20)\\d{2}-\\d{2}-\\d{2}\\b|\\b\\d\\.\\d{6,}\\b)"
			+ "|\\+?\\(?\\p{Nd}(?:[ ./()\\-\\x{a0}]{0,2}\\p{Nd}){6,16}");

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
