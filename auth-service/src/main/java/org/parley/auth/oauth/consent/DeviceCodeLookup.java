package org.parley.auth.oauth.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.password.LoginAttemptThrottle;
import org.parley.auth.signin.secondfactor.code.TypedCode;
import org.parley.platform.domain.RefusalException;

import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Finds the device of a user code. Wrong codes are throttled per user, whatever their
 * address, as a guessed code belongs to another user's device.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-5.1">RFC 8628, 5.1</a>
 */
@Component
public class DeviceCodeLookup {

	private static final OAuth2TokenType USER_CODE = new OAuth2TokenType(OAuth2ParameterNames.USER_CODE);

	private static final int LENGTH = 8;

	private final OAuth2AuthorizationService authorizations;

	private final RegisteredClientRepository apps;

	private final LoginAttemptThrottle loginAttemptThrottle;

	DeviceCodeLookup(OAuth2AuthorizationService authorizations, RegisteredClientRepository apps,
			LoginAttemptThrottle loginAttemptThrottle) {
		this.authorizations = authorizations;
		this.apps = apps;
		this.loginAttemptThrottle = loginAttemptThrottle;
	}

	/**
	 * Finds a pending device and its app.
	 * @param text as typed: in any case, with any separators
	 * @throws RefusalException 429 {@code auth.slow-down} after too many wrong codes
	 */
	public Optional<Found> find(String text, BrowserUser browserUser) {
		var found = new AtomicReference<@Nullable Found>();
		this.loginAttemptThrottle.guess("device:" + browserUser.getName(), "anywhere", () -> {
			found.set(lookUp(text));
			return found.get() != null;
		});
		return Optional.ofNullable(found.get());
	}

	private @Nullable Found lookUp(String text) {
		var letters = TypedCode.plain(text).toUpperCase(Locale.ROOT);
		if (letters.length() != LENGTH) {
			return null;
		}
		var code = letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
		var waiting = this.authorizations.findByToken(code, USER_CODE);
		var token = (waiting != null) ? waiting.getToken(OAuth2UserCode.class) : null;
		if (waiting == null || token == null || !token.isActive()) {
			return null;
		}
		var app = this.apps.findById(waiting.getRegisteredClientId());
		return (app != null) ? new Found(code, app) : null;
	}

	/**
	 * A pending device.
	 *
	 * @param code as the device shows it
	 */
	public record Found(String code, RegisteredClient app) {
	}

}
