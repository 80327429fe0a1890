package org.parley.auth.oauth.consent;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.app.AuthorizedApps.Permitted;

/**
 * An app that somebody has let in, as they read it.
 *
 * @param id which
 * @param name its own
 * @param homePage where it says more of itself, or null
 * @param permissions what it may do
 * @param since when it was let in first
 * @param lastUsedAt when it last had a token, or null
 */
public record AppAccessView(String id, String name, @Nullable String homePage, List<ScopeView> permissions,
		Instant since, @Nullable Instant lastUsedAt) {

	static AppAccessView of(Permitted app) {
		return new AppAccessView(app.clientId(), app.name(), app.homePage(), ScopeView.of(app.scopes(), app.scopes()),
				app.since(), app.lastUsedAt());
	}

}
