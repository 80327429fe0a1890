package org.parley.auth.oauth.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.oauth.once.DPoPProof;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets the claims of tokens of apps. Access tokens have the claims of Parley's own, as
 * services accept both, with the grant as {@code sid}. Those of the web client have the
 * browser's session instead, and end with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
@Component
class TokenClaimsCustomizer implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final BrowserUsers browserUsers;

	private final UserSessions userSessions;

	private final InstantSource clock;

	private final Duration longest;

	TokenClaimsCustomizer(BrowserUsers browserUsers, UserSessions userSessions, InstantSource clock,
			UserSessionSettings settings, SigningKeyStore keys) {
		keys.requireToOutlive(settings.accessToken());
		this.browserUsers = browserUsers;
		this.userSessions = userSessions;
		this.clock = clock;
		this.longest = settings.accessToken();
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			setAccessClaims(context);
		}
		else {
			setIdentityClaims(context);
		}
	}

	private void setAccessClaims(JwtEncodingContext context) {
		var requested = context.getRegisteredClient().getTokenSettings().getAccessTokenTimeToLive();
		var lifetime = (requested.compareTo(this.longest) < 0) ? requested : this.longest;
		context.getJwsHeader().type("at+jwt");
		context.getClaims()
			.audience(List.of(TokenAudiences.API))
			.id(Ids.next())
			.expiresAt(this.clock.instant().plus(lifetime))
			.claim("client_id", context.getRegisteredClient().getClientId())
			.claim("scope", String.join(" ", new TreeSet<>(context.getAuthorizedScopes())))
			.claims((claims) -> claims.remove("nbf"));
		if (context.getPrincipal() instanceof BrowserUser browserUser) {
			setUserClaims(browserUser, context);
		}
		else {
			context.getClaims().claim("sid", Ids.next());
		}
		bind(context);
	}

	private void setUserClaims(BrowserUser browserUser, JwtEncodingContext context) {
		var grant = context.getAuthorization();
		var user = this.browserUsers.findAdmitted(browserUser.getName(), context.getAuthorizedScopes())
			.orElseThrow(() -> OAuthErrors.grant("The user is not admitted."));
		if (grant == null || context.getAuthorizedScopes().isEmpty()) {
			throw OAuthErrors.grant("The client has no scopes left.");
		}
		var web = WebClientSettings.isWebClient(context.getRegisteredClient().getId());
		context.getClaims()
			.claim("sid", web ? liveSession(browserUser) : grant.getId())
			.claim("roles", user.role().names())
			.claim("groups", user.groups())
			.claim("ver", user.tokenVersion())
			.claim("preferred_username", user.username())
			.claim("name", user.profile().displayName());
	}

	private String liveSession(BrowserUser browserUser) {
		return this.userSessions.findById(browserUser.sessionId())
			.filter((session) -> session.isLive(this.clock.instant()))
			.orElseThrow(() -> OAuthErrors.grant("The session has ended."))
			.id();
	}

	/** Binds the token to the key of the request's proof (RFC 9449, 6). */
	private static void bind(JwtEncodingContext context) {
		Jwt proof = context.get(OAuth2TokenContext.DPOP_PROOF_KEY);
		if (proof != null) {
			context.getClaims().claim("cnf", Map.of("jkt", new DPoPProof(proof.getTokenValue()).thumbprint()));
		}
	}

	/** ID token (OpenID Connect Core, 2) with the grant as {@code sid}. */
	private void setIdentityClaims(JwtEncodingContext context) {
		context.getClaims().expiresAt(this.clock.instant().plus(this.longest)).id(Ids.next());
		if (context.getPrincipal() instanceof BrowserUser browserUser) {
			context.getClaims().claim("auth_time", Date.from(browserUser.since()));
		}
		var grant = context.getAuthorization();
		if (grant != null) {
			context.getClaims()
				.claim("sid", grant.getId())
				.claim("at_hash", leftHalfHash(grant.getAccessToken().getToken().getTokenValue()));
		}
	}

	private static String leftHalfHash(String token) {
		var hash = Sha256.of(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
	}

}
