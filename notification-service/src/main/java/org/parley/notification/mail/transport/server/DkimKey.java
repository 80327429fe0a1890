package org.parley.notification.mail.transport.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs mails of an installation that delivers them itself. SendGrid,
 * Mailgun and most relays sign with keys of their own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376">RFC 6376</a>
 */
final class DkimKey {

	/**
	 * Headers that a receiver shows or acts upon; From twice, so that none can be added.
	 */
	private static final String HEADERS = "From:From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Reply-To"
			+ ":In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post";

	private static final Pattern PEM = Pattern.compile("-----(?:BEGIN|END) PRIVATE KEY-----|\\s|\\\\n");

	private static final int MIN_BITS = 1024;

	private final String template;

	private final @Nullable RSAPrivateKey key;

	private DkimKey(String template, @Nullable RSAPrivateKey key) {
		this.template = template;
		this.key = key;
	}

	/**
	 * Reads a key.
	 * @param pem RSA in PKCS #8, with or without its first and last line; empty for none
	 * @throws IllegalArgumentException without the key
	 */
	static DkimKey of(String domain, String selector, String pem) {
		if (pem.isBlank()) {
			return new DkimKey("", null);
		}
		return new DkimKey(
				"v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;".formatted(domain, selector, HEADERS),
				key(pem));
	}

	private static RSAPrivateKey key(String pem) {
		try {
			var bytes = Base64.getDecoder().decode(PEM.matcher(pem).replaceAll(""));
			var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
			if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= MIN_BITS) {
				return rsa;
			}
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			// Its message may contain a part of the key.
		}
		throw new IllegalArgumentException("parley.mail.transport.dkim.key must be an RSA key of " + MIN_BITS
				+ " bits or more in PKCS #8, such as openssl genpkey -algorithm RSA writes");
	}

	/** The line that signs a mail; empty without a key. */
	String signature(byte[] mail) throws IOException {
		if (this.key == null) {
			return "";
		}
		try {
			return new DKIMSigner(this.template, this.key).sign(new ByteArrayInputStream(mail)) + "\r\n";
		}
		catch (FailException ex) {
			throw new IllegalStateException("The mail cannot be signed", ex);
		}
	}

}
