package org.parley.auth.federation.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.parley.auth.tokens.key.TestCiphers;

/** A provider for tests without a server. */
public final class SomeProvider {

	public static final String SITE = "https://forum.example";

	private static final ProviderCredentials CREDENTIALS = new ProviderCredentials(TestCiphers.atRest(),
			URI.create(SITE + "/"));

	private SomeProvider() {
	}

	/** A provider that knows this site by a secret. */
	public static IdentityProvider of(IdentityProviderKind kind, String issuer, String clientId, String secret) {
		return of(kind, issuer, clientId, secret, Instant.EPOCH);
	}

	public static IdentityProvider of(IdentityProviderKind kind, String issuer, String clientId, String secret,
			Instant createdAt) {
		var terms = new IdentityProviderTerms("Example", issuer, clientId, true, true, false, 0, null, List.of());
		return new IdentityProvider("example", kind, createdAt, terms, CREDENTIALS.seal(secret, "example"), 0);
	}

	public static ProviderCredentials credentials() {
		return CREDENTIALS;
	}

}
