package org.parley.moderation.model;

import com.google.re2j.Pattern;

/** Takes out what no outside model needs to see: mail addresses and phone numbers. */
final class Redaction {

	private static final Pattern MAIL = Pattern
		.compile("(?i)[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

	/** Seven digits or more, as people write them. */
	private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\p{Nd}([ ./()\\-\\x{a0}]{0,2}\\p{Nd}){6,16}");

	private Redaction() {
	}

	static String of(String text) {
		return PHONE.matcher(MAIL.matcher(text).replaceAll("[mail]")).replaceAll("[phone]");
	}

}
