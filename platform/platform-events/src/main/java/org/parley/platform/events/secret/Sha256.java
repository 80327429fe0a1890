package org.parley.platform.events.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text, for secrets of at least 112 random bits, never for passwords. */
public final class Sha256 {

	private Sha256() {
	}

	/** The hash of a text's UTF-8 form, 64 hexadecimal digits. */
	public static String hex(String text) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
