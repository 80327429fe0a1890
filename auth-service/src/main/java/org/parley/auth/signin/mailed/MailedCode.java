package org.parley.auth.signin.mailed;

import java.time.Duration;
import java.time.Instant;

import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that was mailed. It is short, so only the browser that asked for it can use it,
 * once, in a few attempts.
 *
 * @param id hash of the browser's secret
 * @param hash of the browser's secret and the code
 * @param owner id of the account, or a stand-in for that of an unknown address
 * @param linkVersion of the account at the time of sending
 * @param next address of the page to return to, or empty
 * @param attempts how many are left
 */
@Document("mailed_codes")
record MailedCode(@Id String id, String hash, String owner, int linkVersion, String next, int attempts,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {

	static final Duration LIFETIME = Duration.ofMinutes(10);

	static final int ATTEMPTS = 5;

	static MailedCode of(BrowserCode sent, String owner, int linkVersion, String next, Instant now) {
		return new MailedCode(idOf(sent.secret()), hashOf(sent), owner, linkVersion, next, ATTEMPTS,
				now.plus(LIFETIME));
	}

	static String idOf(String secret) {
		return Sha256.hex(secret);
	}

	boolean isProvenBy(BrowserCode shown) {
		return ConstantTime.isEqual(this.hash, hashOf(shown));
	}

	private static String hashOf(BrowserCode code) {
		return Sha256.hex(code.secret() + ":" + code.code());
	}

	/**
	 * A code together with the secret of a browser.
	 *
	 * @param secret 256 random bits, in a cookie
	 * @param code eight digits
	 */
	record BrowserCode(String secret, String code) {

		@Override
		public String toString() {
			return "BrowserCode[***]";
		}

	}

}
