package org.parley.auth.oauth.consent;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;

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

}
