package org.parley.moderation.model;

import com.google.re2j.Pattern;

/**
 * Takes out what no outside model needs to see: mail addresses and phone numbers. Each
 * pattern looks at a bounded number of characters from where it begins.
 */
final class TextRedactor {

	private static final Pattern MAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

	/** Seven digits or more, as people write them. */
	private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\p{Nd}([ ./()\\-\\x{a0}]{0,2}\\p{Nd}){6,16}");

	private TextRedactor() {
	}

	static String of(String text) {
		return PHONE.matcher(MAIL.matcher(text).replaceAll("[mail]")).replaceAll("[phone]");
	}

}
