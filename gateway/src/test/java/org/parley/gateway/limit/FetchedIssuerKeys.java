package org.parley.gateway.limit;

import java.net.URI;
import java.time.InstantSource;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.gateway.token.IssuerKeySource;
import org.parley.gateway.token.PersonalTokenExchange;
import org.parley.gateway.token.PersonalTokenSettings;
import org.parley.gateway.token.RequestAccessTokens;
import org.parley.platform.test.client.TestTokens;

/** The keys of {@link TestTokens} during a test class, and the tokens they verify. */
public final class FetchedIssuerKeys implements BeforeAllCallback, AfterAllCallback {

	private final IssuerKeySource keys = new IssuerKeySource(URI.create(TestTokens.keysUri()), TestTokens.ISSUER,
			InstantSource.system());

	/** The access tokens of requests; no personal token is known. */
	public RequestAccessTokens accessTokens() {
		return new RequestAccessTokens(this.keys,
				new PersonalTokenExchange(new PersonalTokenSettings(URI.create("http://127.0.0.1:1"))),
				InstantSource.system());
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.keys.start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.keys.stop();
	}

}
