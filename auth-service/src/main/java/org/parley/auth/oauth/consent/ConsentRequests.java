package org.parley.auth.oauth.consent;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;

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
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Finds what somebody is asked, and says no for them; the yes is Spring's to take. */
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

	/** What waits for this person under that state, in the session that asked. */
	Optional<PendingConsent> pending(String state, BrowserUser browserUser) {
		return Optional.of(state)
			.filter((text) -> !text.isEmpty())
			.map((text) -> this.authorizations.findByToken(text, STATE))
			.filter((waiting) -> isAskedOf(browserUser, waiting))
			.flatMap((waiting) -> pending(waiting, browserUser));
	}

	private static boolean isAskedOf(BrowserUser browserUser, OAuth2Authorization waiting) {
		return waiting.getAttributes().get(Principal.class.getName()) instanceof BrowserUser asked
				&& asked.getName().equals(browserUser.getName()) && asked.sessionId().equals(browserUser.sessionId());
	}

	/** The code that the device shows, if it is that of this device. */
	@Nullable String code(PendingConsent pendingConsent, @Nullable String shown) {
		var shows = (shown != null) ? this.authorizations.findByToken(shown, USER_CODE) : null;
		return (shows != null && shows.getId().equals(pendingConsent.authorization().getId())) ? shown : null;
	}

	/**
	 * They do not want it. What they have granted before stays: that is taken back
	 * elsewhere. (Spring would grant it once more when nothing else is granted now.)
	 * @return where the browser goes on: the app, or nowhere when a device asked
	 */
	Optional<String> deny(PendingConsent pendingConsent) {
		var waiting = pendingConsent.authorization();
		if (pendingConsent.request() == null) {
			this.authorizations.save(ended(waiting));
			return Optional.empty();
		}
		this.authorizations.remove(waiting);
		var answer = UriComponentsBuilder.fromUriString(pendingConsent.redirectUri())
			.queryParam(OAuth2ParameterNames.ERROR, OAuth2ErrorCodes.ACCESS_DENIED)
			.queryParam("iss", UriUtils.encode(this.issuer, StandardCharsets.UTF_8));
		var state = Objects.requireNonNull(pendingConsent.request()).getState();
		if (state != null) {
			answer.queryParam(OAuth2ParameterNames.STATE, UriUtils.encode(state, StandardCharsets.UTF_8));
		}
		return Optional.of(answer.build(true).toUriString());
	}

	private Optional<PendingConsent> pending(OAuth2Authorization waiting, BrowserUser browserUser) {
		var app = this.apps.findById(waiting.getRegisteredClientId());
		if (app == null) {
			return Optional.empty();
		}
		var known = this.consents.findById(app.getId(), browserUser.getName());
		return Optional.of(new PendingConsent(waiting, app, (known != null) ? known.getScopes() : Set.of()));
	}

	private static OAuth2Authorization ended(OAuth2Authorization waiting) {
		var device = Objects.requireNonNull(waiting.getToken(OAuth2DeviceCode.class));
		var user = Objects.requireNonNull(waiting.getToken(OAuth2UserCode.class));
		return OAuth2Authorization.from(waiting)
			.invalidate(device.getToken())
			.invalidate(user.getToken())
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE))
			.build();
	}

}
