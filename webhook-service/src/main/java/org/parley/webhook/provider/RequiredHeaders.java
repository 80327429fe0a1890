package org.parley.webhook.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Headers that a signed request has, in their form. */
final class RequiredHeaders {

	static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

	private RequiredHeaders() {
	}

	/**
	 * The header, matched.
	 * @throws SignatureRefusedException when it is missing or has another form
	 */
	static Matcher matching(@Nullable String value, Pattern form) {
		var matcher = form.matcher((value != null) ? value : "");
		if (!matcher.matches()) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return matcher;
	}

}
