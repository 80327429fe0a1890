package org.parley.auth.oauth.consent;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.platform.text.VisibleCharacters;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * An app that requests consent, for the page.
 *
 * @param maker display name of its owner, or null
 */
public record ConsentAppView(String name, @Nullable String maker, @Nullable String description) {

	static ConsentAppView of(RegisteredClient app) {
		var settings = app.getClientSettings();
		return new ConsentAppView(app.getClientName(), settings.getSetting(AppSettings.MAKER),
				settings.getSetting(AppSettings.DESCRIPTION));
	}

	/** The sign of the app. */
	public String letter() {
		return letterOf(this.name);
	}

	/** The first character of a name as a capital, whatever the language of the page. */
	static String letterOf(String name) {
		return VisibleCharacters.first(name).toUpperCase(Locale.ROOT);
	}

}
