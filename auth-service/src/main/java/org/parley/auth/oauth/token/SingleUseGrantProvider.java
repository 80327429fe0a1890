package org.parley.auth.oauth.token;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.oauth.once.DPoPProof;
import org.parley.auth.oauth.once.UsedGrants;
import org.parley.auth.oauth.once.UsedGrants.UsedException;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/**
 * Gives tokens for something that counts once: a code, a refresh token, a proof. All of
 * it is one transaction; whoever comes with what has been used ends the grant that it was
 * used for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700,
 * 4.14.2</a>
 */
final class SingleUseGrantProvider implements AuthenticationProvider {

	private static final Duration CODES_KEPT = Duration.ofDays(1);

	private final AuthenticationProvider giving;

	private final OAuth2AuthorizationService grants;

	private final UsedGrants used;

	private final EndGrants ending;

	private final BrowserUsers browserUsers;

	private final UnitOfWork work;

	private final InstantSource clock;

	SingleUseGrantProvider(AuthenticationProvider giving, OAuth2AuthorizationService grants, UsedGrants used,
			EndGrants ending, BrowserUsers browserUsers, UnitOfWork work, InstantSource clock) {
		this.giving = giving;
		this.grants = grants;
		this.used = used;
		this.ending = ending;
		this.browserUsers = browserUsers;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.giving.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		var request = (OAuth2AuthorizationGrantAuthenticationToken) authentication;
		var client = OAuthErrors.client(request);
		requireSecret(client, request);
		requireProof(client, request);
		var secret = Secret.of(request);
		try {
			return this.work.run(() -> give(request, client, secret));
		}
		catch (UsedException ex) {
			this.work.run(() -> end(secret));
			throw OAuthErrors.grant("It was used before. To be safe, all that was given for it has ended.");
		}
	}

	private @Nullable Authentication give(OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client, @Nullable Secret secret) {
		if (secret != null) {
			use(secret, request, client);
		}
		proof(request).ifPresent((proof) -> this.used.use(proof, this.clock.instant()));
		return this.giving.authenticate(request);
	}

	private void use(Secret secret, OAuth2AuthorizationGrantAuthenticationToken request, OAuthErrors.Client client) {
		var grant = this.grants.findByToken(secret.text(), secret.type());
		var before = (grant != null) ? grant.getId() : this.used.grantOf(secret.text()).orElse(null);
		if (before == null) {
			throw OAuthErrors.grant("It is not known, or no longer.");
		}
		var expiry = expiry(grant, secret);
		this.used.use(secret.text(), before, expiry);
		if (grant == null || !grant.getRegisteredClientId().equals(client.app().getId())
				|| !expiry.isAfter(this.clock.instant())) {
			throw OAuthErrors.grant("It is not known, or no longer.");
		}
		requireSameKey(grant, request, client);
		requireKeyAskedFor(grant, request);
		if (grant.getAttributes().get(Principal.class.getName()) instanceof BrowserUser browserUser) {
			this.browserUsers.hold(browserUser.getName(), grant.getId());
		}
	}

	private Instant expiry(@Nullable OAuth2Authorization grant, Secret secret) {
		var end = (grant != null && grant.getRefreshToken() != null && secret.isRefresh())
				? grant.getRefreshToken().getToken().getExpiresAt() : null;
		return (end != null) ? end : this.clock.instant().plus(CODES_KEPT);
	}

	private boolean end(@Nullable Secret secret) {
		if (secret != null) {
			this.used.grantOf(secret.text())
				.ifPresent((grant) -> this.ending.one(grant, SessionEndReason.REFRESH_REUSED));
		}
		return true;
	}

	/**
	 * A code that was asked for with a key is of no use without it (RFC 9449, 10).
	 */
	private static void requireKeyAskedFor(OAuth2Authorization grant,
			OAuth2AuthorizationGrantAuthenticationToken request) {
		var key = keyAskedFor(grant);
		if (key.isEmpty() || !(request instanceof OAuth2AuthorizationCodeAuthenticationToken)) {
			return;
		}
		var proof = proof(request).orElseThrow(() -> DPoPProof.invalid("The code is bound to a key. Send a proof."));
		if (!proof.thumbprint().equals(key)) {
			throw OAuthErrors.grant("The code is bound to another key.");
		}
	}

	private static String keyAskedFor(OAuth2Authorization grant) {
		return (grant.getAttributes()
			.get(OAuth2AuthorizationRequest.class.getName()) instanceof OAuth2AuthorizationRequest asked)
					? OAuthErrors.text(asked.getAdditionalParameters().get(DPoPProof.THUMBPRINT)) : "";
	}

	/**
	 * Who got tokens for a key has it: a stolen refresh token is of no use (RFC 9449, 5).
	 */
	private static void requireSameKey(OAuth2Authorization grant, OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client) {
		var token = grant.getAccessToken();
		var claims = (token != null) ? token.getClaims() : null;
		var bound = claims != null && claims.get("cnf") instanceof Map<?, ?>;
		if (client.isPublic() && token != null && bound == proof(request).isEmpty()) {
			throw DPoPProof.invalid("A refresh token goes with the key that it was given for, or with none.");
		}
	}

	private static void requireProof(OAuthErrors.Client client, OAuth2AuthorizationGrantAuthenticationToken request) {
		if (AppSettings.has(client.app(), AppSettings.BOUND_TOKENS) && proof(request).isEmpty()) {
			throw DPoPProof.invalid("This client's tokens are bound to a key.");
		}
	}

	private static void requireSecret(OAuthErrors.Client client, OAuth2AuthorizationGrantAuthenticationToken request) {
		if (client.isPublic() && AuthorizationGrantType.CLIENT_CREDENTIALS.equals(request.getGrantType())) {
			throw OAuthErrors.of(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
					"Only clients with a secret act for themselves.");
		}
	}

	private static Optional<DPoPProof> proof(OAuth2AuthorizationGrantAuthenticationToken request) {
		return DPoPProof.in(request.getAdditionalParameters());
	}

	/**
	 * What tokens are wanted for.
	 *
	 * @param text as the client has it
	 * @param type what it is
	 */
	private record Secret(String text, OAuth2TokenType type) {

		static @Nullable Secret of(OAuth2AuthorizationGrantAuthenticationToken request) {
			return switch (request) {
				case OAuth2AuthorizationCodeAuthenticationToken code ->
					new Secret(code.getCode(), new OAuth2TokenType(OAuth2ParameterNames.CODE));
				case OAuth2RefreshTokenAuthenticationToken refresh ->
					new Secret(refresh.getRefreshToken(), OAuth2TokenType.REFRESH_TOKEN);
				case OAuth2DeviceCodeAuthenticationToken device ->
					new Secret(device.getDeviceCode(), new OAuth2TokenType(OAuth2ParameterNames.DEVICE_CODE));
				default -> null;
			};
		}

		boolean isRefresh() {
			return OAuth2TokenType.REFRESH_TOKEN.equals(this.type);
		}

	}

}
