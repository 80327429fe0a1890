package org.parley.auth.oauth.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Type of an app, which determines its grant types and whether it has a secret. */
public enum AppKind {

	/** Runs on a server, for users in browsers. */
	WEB(true, true),
	/** Runs on its users' devices or in their browsers, without a secret. */
	NATIVE(false, true),
	/** Runs on a server and acts for itself. */
	SERVICE(true, false),
	/** Runs on a device without browser or keyboard. */
	DEVICE(false, false);

	/** Pattern of the names in requests. */
	public static final String NAMES = "web|native|service|device";

	private final boolean secretive;

	private final boolean redirected;

	AppKind(boolean secretive, boolean redirected) {
		this.secretive = secretive;
		this.redirected = redirected;
	}

	/** The kind of this name. */
	public static Optional<AppKind> of(String text) {
		return Stream.of(values()).filter((kind) -> kind.text().equals(text)).findAny();
	}

	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean hasSecret() {
		return this.secretive;
	}

	/** Whether it uses redirect URIs. */
	public boolean hasRedirectUris() {
		return this.redirected;
	}

	public List<AuthorizationGrantType> grants() {
		return switch (this) {
			case WEB, NATIVE ->
				List.of(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
			case SERVICE -> List.of(AuthorizationGrantType.CLIENT_CREDENTIALS);
			case DEVICE -> List.of(AuthorizationGrantType.DEVICE_CODE, AuthorizationGrantType.REFRESH_TOKEN);
		};
	}

}
