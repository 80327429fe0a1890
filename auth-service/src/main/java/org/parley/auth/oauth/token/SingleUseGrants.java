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
import org.parley.auth.oauth.once.CheckedAuthenticationProvider;
import org.parley.auth.oauth.once.DPoPProof;
import org.parley.auth.oauth.once.UsedGrants;
import org.parley.auth.oauth.once.UsedGrants.UsedException;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Issues tokens for single-use codes, refresh tokens and proofs, in one transaction. A
 * second use ends the grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700,
 * 4.14.2</a>
 */
@Component
class SingleUseGrants {

	private static final Duration CODE_RETENTION = Duration.ofDays(1);

	private final AppGrants grants;

	private final UsedGrants used;

	private final EndGrants endGrants;

	private final BrowserUsers browserUsers;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	SingleUseGrants(AppGrants grants, UsedGrants used, EndGrants endGrants, BrowserUsers browserUsers,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.grants = grants;
		this.used = used;
		this.endGrants = endGrants;
		this.browserUsers = browserUsers;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/** Wraps a provider of the token endpoint, and throttles the polling of devices. */
	AuthenticationProvider wrap(AuthenticationProvider delegate) {
		var provider = new CheckedAuthenticationProvider(delegate,
				(request) -> authenticate((OAuth2AuthorizationGrantAuthenticationToken) request, delegate));
		return delegate.supports(OAuth2DeviceCodeAuthenticationToken.class)
				? new DevicePollingThrottle(provider, this.used, this.clock) : provider;
	}

	private @Nullable Authentication authenticate(OAuth2AuthorizationGrantAuthenticationToken request,
			AuthenticationProvider delegate) {
		var client = OAuthErrors.client(request);
		requireSecret(client, request);
		requireProof(client, request);
		var secret = Secret.of(request);
		try {
			return this.unitOfWork.run(() -> issue(request, client, secret, delegate));
		}
		catch (UsedException ex) {
			this.unitOfWork.run(() -> endGrantOf(secret));
			throw OAuthErrors.grant("The code or token has already been used. Its grant has ended.");
		}
	}

	private @Nullable Authentication issue(OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client, @Nullable Secret secret, AuthenticationProvider delegate) {
		if (secret != null) {
			use(secret, request, client);
		}
		proof(request).ifPresent((proof) -> this.used.use(proof, this.clock.instant()));
		return delegate.authenticate(request);
	}

	private void use(Secret secret, OAuth2AuthorizationGrantAuthenticationToken request, OAuthErrors.Client client) {
		var grant = this.grants.service().findByToken(secret.text(), secret.type());
		var grantId = (grant != null) ? grant.getId() : this.used.findGrantOf(secret.text()).orElse(null);
		if (grantId == null) {
			throw OAuthErrors.grant("The code or token is invalid or has expired.");
		}
		var expiry = expiry(grant, secret);
		if (!secret.isRefresh() || !client.app().getTokenSettings().isReuseRefreshTokens()) {
			this.used.use(secret.text(), grantId, expiry);
		}
		if (grant == null || !grant.getRegisteredClientId().equals(client.app().getId())
				|| !expiry.isAfter(this.clock.instant())) {
			throw OAuthErrors.grant("The code or token is invalid or has expired.");
		}
		requireSameKey(grant, request, client);
		requireRequestedKey(grant, request);
		if (grant.getAttributes().get(Principal.class.getName()) instanceof BrowserUser browserUser) {
			this.browserUsers.hold(browserUser.getName(), grant.getId());
		}
	}

	private Instant expiry(@Nullable OAuth2Authorization grant, Secret secret) {
		var end = (grant != null && grant.getRefreshToken() != null && secret.isRefresh())
				? grant.getRefreshToken().getToken().getExpiresAt() : null;
		return (end != null) ? end : this.clock.instant().plus(CODE_RETENTION);
	}

	private void endGrantOf(@Nullable Secret secret) {
		if (secret != null) {
			this.used.findGrantOf(secret.text())
				.ifPresent((grant) -> this.endGrants.end(grant, SessionEndReason.REFRESH_REUSED));
		}
	}

	/** A code that was requested with a key requires that key (RFC 9449, 10). */
	private static void requireRequestedKey(OAuth2Authorization grant,
			OAuth2AuthorizationGrantAuthenticationToken request) {
		var key = requestedKey(grant);
		if (key.isEmpty() || !(request instanceof OAuth2AuthorizationCodeAuthenticationToken)) {
			return;
		}
		var proof = proof(request).orElseThrow(() -> DPoPProof.invalid("The code is bound to a key. Send a proof."));
		if (!proof.thumbprint().equals(key)) {
			throw OAuthErrors.grant("The code is bound to another key.");
		}
	}

	private static String requestedKey(OAuth2Authorization grant) {
		return (grant.getAttributes()
			.get(OAuth2AuthorizationRequest.class.getName()) instanceof OAuth2AuthorizationRequest requested)
					? OAuthErrors.text(requested.getAdditionalParameters().get(DPoPProof.THUMBPRINT)) : "";
	}

	/** Refresh tokens of public clients require their key (RFC 9449, 5). */
	private static void requireSameKey(OAuth2Authorization grant, OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client) {
		var token = grant.getAccessToken();
		var claims = (token != null) ? token.getClaims() : null;
		var bound = claims != null && claims.get("cnf") instanceof Map<?, ?>;
		if (client.isPublic() && token != null && bound == proof(request).isEmpty()) {
			throw DPoPProof.invalid("The refresh token requires the key that it was issued for, or none.");
		}
	}

	private static void requireProof(OAuthErrors.Client client, OAuth2AuthorizationGrantAuthenticationToken request) {
		if (AppSettings.has(client.app(), AppSettings.BOUND_TOKENS) && proof(request).isEmpty()) {
			throw DPoPProof.invalid("This client must bind its tokens to a key. Send a proof.");
		}
	}

	private static void requireSecret(OAuthErrors.Client client, OAuth2AuthorizationGrantAuthenticationToken request) {
		if (client.isPublic() && AuthorizationGrantType.CLIENT_CREDENTIALS.equals(request.getGrantType())) {
			throw OAuthErrors.of(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
					"This grant type requires a client with a secret.");
		}
	}

	private static Optional<DPoPProof> proof(OAuth2AuthorizationGrantAuthenticationToken request) {
		return DPoPProof.find(request.getAdditionalParameters());
	}

	/** A single-use code or token. */
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
