package org.parley.auth.oauth.consent;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.app.AuthorizedApps.Permitted;

/**
 * An app with access to the user's account, for the page.
 *
 * @param homePage of the app, or null
 * @param permissions granted scopes
 * @param since time of the first grant
 * @param lastUsedAt time of its last token, or null
 */
public record AppAccessView(String id, String name, @Nullable String homePage, List<ScopeView> permissions,
		Instant since, @Nullable Instant lastUsedAt) {

	static AppAccessView of(Permitted app) {
		return new AppAccessView(app.clientId(), app.name(), app.homePage(), ScopeView.of(app.scopes(), app.scopes()),
				app.since(), app.lastUsedAt());
	}

}
