package org.parley.auth.oauth.consent;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * An app as people see it whom it asks.
 *
 * @param name its own
 * @param maker who made it, as it says; null when it does not
 * @param description what it is for, as it says; null when it does not
 */
public record ConsentAppView(String name, @Nullable String maker, @Nullable String description) {

	static ConsentAppView of(RegisteredClient app) {
		var settings = app.getClientSettings();
		return new ConsentAppView(app.getClientName(), settings.getSetting(AppSettings.MAKER),
				settings.getSetting(AppSettings.DESCRIPTION));
	}

}
