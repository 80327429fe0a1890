package org.parley.auth.oauth.token;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.oauth.once.CheckedAuthenticationProvider;
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
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Issues tokens for codes, refresh tokens and proofs, and marks these as used in the same
 * transaction. A second use of a code or token ends the grant. Refresh tokens of an app
 * that may reuse them are not marked.
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
		requireConfidential(client, request);
		requireScope(request);
		DPoPBinding.requireProof(client, request);
		var presented = PresentedToken.of(request);
		try {
			return this.unitOfWork.run(() -> issue(request, client, presented, delegate));
		}
		catch (UsedException ex) {
			this.unitOfWork.run(() -> endGrantOf(presented));
			throw OAuthErrors.grant("The code or token has already been used. Its grant has ended.");
		}
	}

	private @Nullable Authentication issue(OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client, @Nullable PresentedToken presented, AuthenticationProvider delegate) {
		if (presented != null) {
			use(presented, request, client);
		}
		DPoPBinding.proof(request).ifPresent((proof) -> this.used.use(proof, this.clock.instant()));
		return delegate.authenticate(request);
	}

	private void use(PresentedToken presented, OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client) {
		var grant = this.grants.service().findByToken(presented.text(), presented.type());
		var grantId = (grant != null) ? grant.getId() : this.used.findGrantOf(presented.text()).orElse(null);
		if (grantId == null) {
			throw OAuthErrors.grant("The code or token is invalid or has expired.");
		}
		var expiry = expiry(grant, presented);
		if (!presented.isRefresh() || !client.app().getTokenSettings().isReuseRefreshTokens()) {
			this.used.use(presented.text(), grantId, expiry);
		}
		if (grant == null || !grant.getRegisteredClientId().equals(client.app().getId())
				|| !expiry.isAfter(this.clock.instant())) {
			throw OAuthErrors.grant("The code or token is invalid or has expired.");
		}
		DPoPBinding.requireKeys(grant, request, client);
		if (grant.getAttributes().get(Principal.class.getName()) instanceof BrowserUser browserUser) {
			this.browserUsers.hold(browserUser.getName(), grant.getId());
		}
	}

	private Instant expiry(@Nullable OAuth2Authorization grant, PresentedToken presented) {
		var end = (grant != null && grant.getRefreshToken() != null && presented.isRefresh())
				? grant.getRefreshToken().getToken().getExpiresAt() : null;
		return (end != null) ? end : this.clock.instant().plus(CODE_RETENTION);
	}

	private void endGrantOf(@Nullable PresentedToken presented) {
		if (presented != null) {
			this.used.findGrantOf(presented.text())
				.ifPresent((grant) -> this.endGrants.end(grant, SessionEndReason.REFRESH_REUSED));
		}
	}

	private static void requireConfidential(OAuthErrors.Client client,
			OAuth2AuthorizationGrantAuthenticationToken request) {
		if (client.isPublic() && AuthorizationGrantType.CLIENT_CREDENTIALS.equals(request.getGrantType())) {
			throw OAuthErrors.of(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
					"This grant type requires a client with a secret.");
		}
	}

	/** A token without a scope permits nothing. */
	private static void requireScope(OAuth2AuthorizationGrantAuthenticationToken request) {
		if (request instanceof OAuth2ClientCredentialsAuthenticationToken credentials
				&& credentials.getScopes().isEmpty()) {
			throw OAuthErrors.of(OAuth2ErrorCodes.INVALID_SCOPE, "The scope is missing.");
		}
	}

	/** The code or token that a request presents. */
	private record PresentedToken(String text, OAuth2TokenType type) {

		static @Nullable PresentedToken of(OAuth2AuthorizationGrantAuthenticationToken request) {
			return switch (request) {
				case OAuth2AuthorizationCodeAuthenticationToken code ->
					new PresentedToken(code.getCode(), new OAuth2TokenType(OAuth2ParameterNames.CODE));
				case OAuth2RefreshTokenAuthenticationToken refresh ->
					new PresentedToken(refresh.getRefreshToken(), OAuth2TokenType.REFRESH_TOKEN);
				case OAuth2DeviceCodeAuthenticationToken device ->
					new PresentedToken(device.getDeviceCode(), new OAuth2TokenType(OAuth2ParameterNames.DEVICE_CODE));
				default -> null;
			};
		}

		boolean isRefresh() {
			return OAuth2TokenType.REFRESH_TOKEN.equals(this.type);
		}

	}

}
