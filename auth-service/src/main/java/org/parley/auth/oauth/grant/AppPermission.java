package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The access of an app to a user's account.
 *
 * @param client id of the app
 * @param scopes granted to the app
 * @param since time of the first grant
 * @param lastUsedAt time of its last token, or null
 */
public record AppPermission(String client, List<String> scopes, Instant since, @Nullable Instant lastUsedAt) {

	/** Merges this with another permission of the same app. */
	AppPermission merge(AppPermission other) {
		return new AppPermission(this.client,
				Stream.of(this.scopes, other.scopes).flatMap(List::stream).distinct().sorted().toList(),
				this.since.isBefore(other.since) ? this.since : other.since, later(this.lastUsedAt, other.lastUsedAt));
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isAfter(other) ? one : other;
	}

}
