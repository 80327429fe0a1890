package org.parley.auth.oauth.protocol;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.once.CheckedAuthenticationProvider;
import org.parley.auth.oauth.once.DPoPProof;
import org.parley.auth.oauth.once.UsedGrants;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Accepts pushed authorization requests (RFC 9126). A DPoP proof binds the code to its
 * key (RFC 9449, 10.1).
 */
@Component
class PushedAuthorizationRequestProvider {

	private final UsedGrants used;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final String address;

	PushedAuthorizationRequestProvider(UsedGrants used, UnitOfWork unitOfWork, InstantSource clock,
			@Value("${parley.public-url}") String issuer) {
		this.used = used;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
		this.address = issuer + ProviderEndpoints.PUSHED;
	}

	AuthenticationProvider wrap(AuthenticationProvider delegate) {
		return new CheckedAuthenticationProvider(delegate, (authentication) -> {
			var request = (OAuth2PushedAuthorizationRequestAuthenticationToken) authentication;
			requireCodeGrant(request);
			var proof = DPoPProof.find(request.getAdditionalParameters()).orElse(null);
			return (proof != null) ? push(request, proof, delegate) : delegate.authenticate(request);
		});
	}

	/** The transaction keeps a refused request from using the proof. */
	private @Nullable Authentication push(OAuth2PushedAuthorizationRequestAuthenticationToken request, DPoPProof proof,
			AuthenticationProvider delegate) {
		proof.verify("POST", this.address);
		var bound = bound(request, proof);
		return this.unitOfWork.run(() -> {
			this.used.use(proof, this.clock.instant());
			return delegate.authenticate(bound);
		});
	}

	/** The request with other additional parameters. */
	static OAuth2PushedAuthorizationRequestAuthenticationToken with(Map<String, Object> parameters,
			OAuth2PushedAuthorizationRequestAuthenticationToken request) {
		return new OAuth2PushedAuthorizationRequestAuthenticationToken(request.getAuthorizationUri(),
				request.getClientId(), (Authentication) request.getPrincipal(), request.getRedirectUri(),
				request.getState(), request.getScopes(), parameters);
	}

	private static void requireCodeGrant(Authentication request) {
		if (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
			var app = client.getRegisteredClient();
			if (app == null || !app.getAuthorizationGrantTypes().contains(AuthorizationGrantType.AUTHORIZATION_CODE)) {
				throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
			}
		}
	}

	/** Replaces the proof by the thumbprint of its key. */
	private static Authentication bound(OAuth2PushedAuthorizationRequestAuthenticationToken request, DPoPProof proof) {
		var parameters = new HashMap<>(request.getAdditionalParameters());
		parameters.remove(DPoPProof.PARAMETER);
		var key = proof.thumbprint();
		if (parameters.put(DPoPProof.THUMBPRINT, key) instanceof String requested && !requested.isEmpty()
				&& !requested.equals(key)) {
			throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST,
					"dpop_jkt names another key than the proof.", null));
		}
		return with(parameters, request);
	}

}
