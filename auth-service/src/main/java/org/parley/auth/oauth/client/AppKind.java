package org.parley.auth.oauth.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Where an app runs, which decides what it can keep secret and how it asks. */
public enum AppKind {

	/** On a server, for people in browsers. */
	WEB(true, true),
	/** On the machines of its users, or in their browsers, where nothing is secret. */
	NATIVE(false, true),
	/** On a server, for itself. */
	SERVICE(true, false),
	/** Where nobody can type or browse. */
	DEVICE(false, false);

	/** The names, as requests have them. */
	public static final String NAMES = "web|native|service|device";

	private final boolean secretive;

	private final boolean redirected;

	AppKind(boolean secretive, boolean redirected) {
		this.secretive = secretive;
		this.redirected = redirected;
	}

	/** The kind that requests name so. */
	public static Optional<AppKind> of(String text) {
		return Stream.of(values()).filter((kind) -> kind.text().equals(text)).findAny();
	}

	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it has a secret. */
	public boolean isSecretive() {
		return this.secretive;
	}

	/** Whether people come back to it by a browser. */
	public boolean isRedirected() {
		return this.redirected;
	}

	/** How it asks. */
	public List<AuthorizationGrantType> grants() {
		return switch (this) {
			case WEB, NATIVE ->
				List.of(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
			case SERVICE -> List.of(AuthorizationGrantType.CLIENT_CREDENTIALS);
			case DEVICE -> List.of(AuthorizationGrantType.DEVICE_CODE, AuthorizationGrantType.REFRESH_TOKEN);
		};
	}

}
