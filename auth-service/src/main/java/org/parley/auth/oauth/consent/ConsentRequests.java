package org.parley.auth.oauth.consent;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.request.AppAnswer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Finds pending consent requests and denies them. Spring handles approvals. */
@Component
class ConsentRequests {

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private static final OAuth2TokenType USER_CODE = new OAuth2TokenType(OAuth2ParameterNames.USER_CODE);

	private final RegisteredClientRepository apps;

	private final OAuth2AuthorizationService authorizations;

	private final OAuth2AuthorizationConsentService consents;

	private final String issuer;

	ConsentRequests(RegisteredClientRepository apps, OAuth2AuthorizationService authorizations,
			OAuth2AuthorizationConsentService consents, @Value("${parley.public-url}") String issuer) {
		this.apps = apps;
		this.authorizations = authorizations;
		this.consents = consents;
		this.issuer = issuer;
	}

	/** The pending request of this state, user and session. */
	Optional<PendingConsent> findPending(String state, BrowserUser browserUser) {
		return Optional.of(state)
			.filter((text) -> !text.isEmpty())
			.map((text) -> this.authorizations.findByToken(text, STATE))
			.filter((waiting) -> isRequestedOf(browserUser, waiting))
			.flatMap((waiting) -> toPendingConsent(waiting, browserUser));
	}

	private static boolean isRequestedOf(BrowserUser browserUser, OAuth2Authorization waiting) {
		return waiting.getAttributes().get(Principal.class.getName()) instanceof BrowserUser requested
				&& requested.getName().equals(browserUser.getName())
				&& requested.sessionId().equals(browserUser.sessionId());
	}

	/** The code if it belongs to this request, else null. */
	@Nullable String findCode(PendingConsent pendingConsent, @Nullable String shown) {
		var shows = (shown != null) ? this.authorizations.findByToken(shown, USER_CODE) : null;
		return (shows != null && shows.getId().equals(pendingConsent.authorization().getId())) ? shown : null;
	}

	/**
	 * Denies the request. Earlier consents remain. (Spring's own denial would grant them
	 * again.)
	 * @return the answer to the app; empty for the request of a device
	 */
	Optional<AppAnswer> deny(PendingConsent pendingConsent) {
		var waiting = pendingConsent.authorization();
		if (pendingConsent.request() == null) {
			this.authorizations.save(invalidate(waiting));
			return Optional.empty();
		}
		this.authorizations.remove(waiting);
		var request = Objects.requireNonNull(pendingConsent.request());
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put(OAuth2ParameterNames.ERROR, OAuth2ErrorCodes.ACCESS_DENIED);
		fields.put("iss", this.issuer);
		if (request.getState() != null) {
			fields.put(OAuth2ParameterNames.STATE, request.getState());
		}
		return Optional.of(new AppAnswer(pendingConsent.app(), pendingConsent.redirectUri(), fields,
				request.getAdditionalParameters().get("response_mode")));
	}

	private Optional<PendingConsent> toPendingConsent(OAuth2Authorization waiting, BrowserUser browserUser) {
		var app = this.apps.findById(waiting.getRegisteredClientId());
		if (app == null) {
			return Optional.empty();
		}
		var known = this.consents.findById(app.getId(), browserUser.getName());
		return Optional.of(new PendingConsent(waiting, app, (known != null) ? known.getScopes() : Set.of()));
	}

	private static OAuth2Authorization invalidate(OAuth2Authorization waiting) {
		var device = Objects.requireNonNull(waiting.getToken(OAuth2DeviceCode.class));
		var user = Objects.requireNonNull(waiting.getToken(OAuth2UserCode.class));
		return OAuth2Authorization.from(waiting)
			.invalidate(device.getToken())
			.invalidate(user.getToken())
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE))
			.build();
	}

}
