package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has permitted an app.
 *
 * @param client the app's id
 * @param scopes what it may do
 * @param since when it was first permitted
 * @param lastUsedAt when it was last given a token, or null
 */
public record AppPermission(String client, List<String> scopes, Instant since, @Nullable Instant lastUsedAt) {

	/** Together with what is known from elsewhere about the same app. */
	AppPermission and(AppPermission other) {
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
