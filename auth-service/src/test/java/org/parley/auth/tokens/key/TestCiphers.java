package org.parley.auth.tokens.key;

import java.security.SecureRandom;
import java.util.Base64;

/** Ciphers for tests without a server. */
public final class TestCiphers {

	private TestCiphers() {
	}

	public static AtRestCiphers atRest() {
		return new AtRestCiphers(new SecretSettings(Base64.getEncoder().encodeToString(new byte[32])),
				new SecureRandom());
	}

}
