package org.parley.gateway.token;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.token.TokenAudiences;
import org.parley.platform.test.client.TestTokens;

/** Each kind of token that some path of a service accepts, as auth-service issues it. */
public enum RequestTokenKind {

	/** A session of Parley's own client. */
	SESSION("Bearer ", TokenAudiences.API, "parley", "parley", null),

	/** A session of a browser, at the web client. */
	WEB("Bearer ", TokenAudiences.API, "parley-web", "openid parley", null),

	/** The sockets of a session. */
	SOCKET("Bearer ", TokenAudiences.SOCKETS, "parley", "threads:read chat:read chat:write", null),

	/** In exchange for a personal token. */
	PERSONAL("Bearer ", TokenAudiences.API, "personal", "chat:write", null),

	/** An app, by consent of its user. */
	APP("Bearer ", TokenAudiences.API, "books", "chat:write", null),

	/** The same, bound to a key. */
	BOUND("DPoP ", TokenAudiences.API, "books", "chat:write", "0ZcOCORZNYy"),

	/** The same, with the scheme of the other kind. */
	BOUND_AS_BEARER("Bearer ", TokenAudiences.API, "books", "chat:write", "0ZcOCORZNYy");

	private final String scheme;

	private final String audience;

	private final String client;

	private final String scope;

	private final @Nullable String thumbprint;

	RequestTokenKind(String scheme, String audience, String client, String scope, @Nullable String thumbprint) {
		this.scheme = scheme;
		this.audience = audience;
		this.client = client;
		this.scope = scope;
		this.thumbprint = thumbprint;
	}

	String audience() {
		return this.audience;
	}

	/** The header of a token of this kind, with the version 1. */
	public String header(String person) {
		return this.scheme + TestTokens.claims(person, "alice")
			.audience(this.audience)
			.claim("client_id", this.client)
			.claim("scope", this.scope)
			.claim("cnf", (this.thumbprint != null) ? Map.of("jkt", this.thumbprint) : null)
			.sign();
	}

	/** The session or grant of these tokens. */
	public static String session(String person) {
		return "session-of-" + person;
	}

}
