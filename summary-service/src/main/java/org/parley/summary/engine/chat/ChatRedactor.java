package org.parley.summary.engine.chat;

import java.util.regex.Pattern;

/**
 * Removes email addresses and phone numbers from texts for the model. All repetitions are
 * bounded, so the time grows linearly with the text.
 */
final class ChatRedactor {

	private static final Pattern MAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

	private static final Pattern PHONE = Pattern
		.compile("(?<![\\p{L}\\p{N}])(?:\\+|00|\\(?0)\\d?(?:[ ()./-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}])"
				+ "|(?<![\\p{L}\\p{N}.])\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?![\\p{L}\\p{N}])");

	private ChatRedactor() {
	}

	static String redact(String text) {
		return PHONE.matcher(MAIL.matcher(text).replaceAll("[mail]")).replaceAll("[phone]");
	}

}
