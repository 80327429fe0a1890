package org.parley.platform.security.token;

import java.util.regex.Pattern;

/**
 * The format of personal access tokens: {@value #PREFIX} and 256 bits as 43 characters of
 * base64url. auth-service issues them; the gateway and realtime-service exchange each one
 * that they recognise. Secret scanners recognise the prefix.
 */
public final class PersonalTokenFormat {

	/** The beginning of each personal token, and of no other. */
	public static final String PREFIX = "parley_pat_";

	private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

	private PersonalTokenFormat() {
	}

	/** Checks whether a text is a personal token. */
	public static boolean matches(String text) {
		return TOKEN.matcher(text).matches();
	}

	/** Checks whether a text contains a personal token. */
	public static boolean isContainedIn(String text) {
		return TOKEN.matcher(text).find();
	}

}
