package org.parley.moderation.statement.token;

import java.security.SecureRandom;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * The secret of the link in the mail about a ban. Its bearer reads the statement of
 * reasons and appeals without a session.
 *
 * @param text 43 characters of base64url
 */
public record AppealToken(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Generates a token of 256 random bits. */
	public static AppealToken next() {
		return new AppealToken(RandomText.next(RANDOM));
	}

	/** The hash by which the statement is found; the token itself is not stored. */
	public String hash() {
		return Sha256.hex(this.text);
	}

	@Override
	public String toString() {
		return "AppealToken[***]";
	}

}
