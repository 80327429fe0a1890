package org.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who writes.
 *
 * @param id never changes
 * @param registeredAt when the account was opened; null until it was told
 * @param roles what they may do
 * @param banned whether they may not write; null until it was told
 * @param version of the account; 0 until it was told
 */
@Document("authors")
public record AuthorProfile(@Id String id, @Nullable Instant registeredAt, Set<String> roles, @Nullable Boolean banned,
		long version) {

	/** Somebody of whom nothing was told yet. */
	static AuthorProfile unknown(String id) {
		return new AuthorProfile(id, null, Set.of(), null, 0);
	}

	/** For how long there has been an account; its id tells, too, since ids hold time. */
	public Duration age(Instant now) {
		return Duration.between((this.registeredAt != null) ? this.registeredAt : made(), now);
	}

	public boolean isBanned() {
		return Boolean.TRUE.equals(this.banned);
	}

	public boolean isModerator() {
		return this.roles.contains("moderator") || this.roles.contains("admin");
	}

	private Instant made() {
		return Ulid.isValid(this.id) ? Ulid.from(this.id).getInstant() : Instant.EPOCH;
	}

}
