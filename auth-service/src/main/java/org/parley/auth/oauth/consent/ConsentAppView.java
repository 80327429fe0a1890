package org.parley.auth.oauth.consent;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * An app that requests consent, for the page.
 *
 * @param maker display name of its owner, or null
 */
public record ConsentAppView(String name, @Nullable String maker, @Nullable String description) {

	/** One character as people see it, which may be an emoji of several code points. */
	private static final Pattern CHARACTER = Pattern.compile("\\X");

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
		return CHARACTER.matcher(name)
			.results()
			.map(MatchResult::group)
			.findFirst()
			.orElse("")
			.toUpperCase(Locale.ROOT);
	}

}
