package org.parley.moderation.model;

import com.google.re2j.Pattern;

/**
 * Removes email addresses and phone numbers from texts for the outside model. All
 * repetitions are bounded, so the time grows linearly with the text.
 */
final class TextRedactor {

	private static final Pattern MAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

	/** At least seven digits with common separators. */
	private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\p{Nd}([ ./()\\-\\x{a0}]{0,2}\\p{Nd}){6,16}");

	private TextRedactor() {
	}

	static String redact(String text) {
		return PHONE.matcher(MAIL.matcher(text).replaceAll("[mail]")).replaceAll("[phone]");
	}

}
