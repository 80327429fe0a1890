package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.parley.auth.oauth.person.BrowserUser;
import org.parley.platform.domain.Ids;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Grants in the states that Spring's endpoints create. */
final class SomeGrant {

	static final String CLIENT = "01KAG2V7Q8X4M6T0N3R5W9YZAC";

	/** Before the expiry of any token. */
	static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

	private static final Map<String, Object> CLAIMS = Map.of("sub", "alice", "aud", List.of("parley"), "iat", NOW,
			"ver", 3, "cnf", Map.of("jkt", "thumb"), "https://example.org/claim", true);

	private SomeGrant() {
	}

	/** The user must consent. */
	static OAuth2Authorization.Builder asked(BrowserUser browserUser, String name) {
		return begun(browserUser.getName(), "authorization_code").attribute(Principal.class.getName(), browserUser)
			.attribute(OAuth2AuthorizationRequest.class.getName(), request(name))
			.attribute("state", "state-" + name);
	}

	/** The code has been issued. */
	static OAuth2Authorization.Builder answered(BrowserUser browserUser, String name) {
		return asked(browserUser, name).authorizedScopes(Set.of("openid", "threads:read"))
			.attributes((attributes) -> attributes.remove("state"))
			.token(new OAuth2AuthorizationCode("code-" + name, NOW, NOW.plusSeconds(300)));
	}

	/** The app has its tokens. */
	static OAuth2Authorization.Builder redeemed(BrowserUser browserUser, String name) {
		return redeemed(answered(browserUser, name).build(), name);
	}

	static OAuth2Authorization.Builder redeemed(OAuth2Authorization answered, String name) {
		var code = Objects.requireNonNull(answered.getToken(OAuth2AuthorizationCode.class));
		return OAuth2Authorization.from(answered)
			.token(access("access-" + name),
					(metadata) -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, CLAIMS))
			.refreshToken(refresh("refresh-" + name))
			.token(new OidcIdToken("id-" + name, NOW, NOW.plusSeconds(900), CLAIMS),
					(metadata) -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, CLAIMS))
			.invalidate(code.getToken());
	}

	/** A device waits for its user. */
	static OAuth2Authorization.Builder device(String name) {
		return begun(CLIENT, "urn:ietf:params:oauth:grant-type:device_code")
			.token(new OAuth2DeviceCode("device-" + name, NOW, NOW.plusSeconds(600)))
			.token(new OAuth2UserCode("user-" + name, NOW, NOW.plusSeconds(600)))
			.attribute("scope", Set.of("threads:read", "profile"));
	}

	/** A pushed request. */
	static OAuth2Authorization.Builder pushed(String name) {
		return begun(CLIENT, "authorization_code").attribute(OAuth2AuthorizationRequest.class.getName(), request(name))
			.attribute("state", "state-" + name);
	}

	static OAuth2AccessToken access(String value) {
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.DPOP, value, NOW, NOW.plusSeconds(900),
				Set.of("openid", "threads:read"));
	}

	static OAuth2RefreshToken refresh(String value) {
		return new OAuth2RefreshToken(value, NOW, NOW.plus(30, ChronoUnit.DAYS));
	}

	static OAuth2AuthorizationRequest request(String name) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri("http://localhost:5000/oauth2/authorize")
			.clientId(CLIENT)
			.redirectUri("https://app.example.org/back")
			.scopes(Set.of("openid", "threads:read"))
			.state("the app's own, " + name)
			.additionalParameters(Map.of("code_challenge", "challenge", "a.b", "dotted", "$where", "1", "nul\u0000",
					"nul\u0000", "resource", new String[] { "one", "two" }))
			.build();
	}

	private static OAuth2Authorization.Builder begun(String principal, String type) {
		var client = RegisteredClient.withId(CLIENT)
			.clientId(CLIENT)
			.redirectUri("https://app.example.org/back")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.build();
		return OAuth2Authorization.withRegisteredClient(client)
			.id(Ids.next())
			.principalName(principal)
			.authorizationGrantType(new AuthorizationGrantType(type));
	}

}
