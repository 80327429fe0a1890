package org.parley.auth.oauth.firstparty;

import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web client as an OAuth client. Users do not consent to it, and its tokens have the
 * rights of the user.
 *
 * @param secret client secret; without one there is no web client
 */
@ConfigurationProperties("parley.web")
public record WebClientSettings(@DefaultValue("") String secret) {

	/** The {@code client_id}. */
	public static final String ID = "parley-web";

	/** Path of the redirect URI. */
	public static final String CALLBACK = "/sign-in/callback";

	private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{32,256}");

	public WebClientSettings {
		secret = secret.strip();
		if (!secret.isEmpty() && !FORM.matcher(secret).matches()) {
			throw new IllegalArgumentException(
					"parley.web.secret (PARLEY_WEB_SECRET) must be 32 to 256 random visible characters: `openssl rand -hex 32`");
		}
	}

	public static boolean isWebClient(String id) {
		return ID.equals(id);
	}

	public boolean isEnabled() {
		return !this.secret.isEmpty();
	}

	@Override
	public String toString() {
		return "WebClientSettings[secret=***]";
	}

}
