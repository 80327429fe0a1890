package org.parley.auth.oauth.registration;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.oauth.client.DynamicRegistration;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.tokens.secret.OpaqueSecret;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * A registered app in the terms of RFC 7591.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1">RFC 7591, 3.2.1</a>
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientInformation(String clientId, @Nullable String clientSecret, long clientIdIssuedAt,
		@Nullable Long clientSecretExpiresAt, String registrationAccessToken, String registrationClientUri,
		String clientName, @Nullable String clientUri, @Nullable String logoUri, @Nullable String applicationType,
		List<String> redirectUris, List<String> postLogoutRedirectUris, List<String> grantTypes,
		List<String> responseTypes, String tokenEndpointAuthMethod, String scope, String subjectType,
		String idTokenSignedResponseAlg, boolean dpopBoundAccessTokens, boolean requirePushedAuthorizationRequests) {

	private static final long NEVER = 0;

	/**
	 * Describes an app.
	 * @param secret in clear, or null
	 */
	static ClientInformation of(OAuthClient app, @Nullable OpaqueSecret secret, String token, String address) {
		var terms = app.terms();
		return new ClientInformation(app.id(), (secret != null) ? secret.text() : null,
				app.createdAt().getEpochSecond(), (secret != null) ? NEVER : null, token, address, terms.name(),
				terms.homePage(), terms.logoUrl(), type(terms.kind()).orElse(null), terms.redirectUris(),
				terms.postLogoutRedirectUris(),
				terms.kind().grants().stream().map(AuthorizationGrantType::getValue).toList(),
				RegistrationMetadata.responseTypes(terms.kind()),
				app.registration().map(DynamicRegistration::method).orElseThrow(), String.join(" ", terms.scopes()),
				"public", "RS256", terms.dpopRequired(), terms.parRequired());
	}

	private static Optional<String> type(AppKind kind) {
		return kind.hasRedirectUris() ? Optional.of(kind.text()) : Optional.empty();
	}

	/** Omits the secret and the token. */
	@Override
	public String toString() {
		return "ClientInformation[" + this.clientId + "]";
	}

}
