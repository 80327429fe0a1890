package org.parley.webhook.provider.verification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Required headers of signed requests. */
public final class RequiredHeaders {

	public static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

	private RequiredHeaders() {
	}

	/**
	 * Matches a header.
	 * @throws SignatureRefusedException if it is missing or malformed
	 */
	public static Matcher match(@Nullable String value, Pattern form) {
		var matcher = form.matcher((value != null) ? value : "");
		if (!matcher.matches()) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return matcher;
	}

}
