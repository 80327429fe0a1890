package org.parley.auth.oauth.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;

/** What has access to somebody's account, and the end of it. */
public interface GrantedApps {

	/** The apps that a person has let in, the latest first. */
	List<GrantedApp> of(String userId);

	/**
	 * Takes everything back that a person has let an app do: tokens count no more. An app
	 * that has no access has none afterwards.
	 */
	void withdraw(String userId, String appId, Client client);

	/**
	 * An app that somebody has let in.
	 *
	 * @param id which
	 * @param name its own
	 * @param maker who made it, if it says so
	 * @param scopes what it may do
	 * @param since when it was let in first, if that is known
	 * @param lastUsedAt when it last had a token, if that is known
	 */
	record GrantedApp(String id, String name, @Nullable String maker, Set<String> scopes, @Nullable Instant since,
			@Nullable Instant lastUsedAt) {

		/** What it may do, as people read it. */
		public List<ScopeView> permissions() {
			return ScopeView.of(this.scopes, this.scopes);
		}

	}

}
