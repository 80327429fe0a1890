package org.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The author of posts, projected from account events.
 *
 * @param registeredAt when the account was opened; null while unknown
 * @param banned whether the account is banned; null while unknown
 * @param version the account's version; 0 while unknown
 */
@Document("authors")
public record AuthorProfile(@Id String id, @Nullable Instant registeredAt, Set<String> roles, @Nullable Boolean banned,
		long version) {

	/** An author without any account event yet. */
	public static AuthorProfile unknown(String id) {
		return new AuthorProfile(id, null, Set.of(), null, 0);
	}

	/** The age of the account. While unknown, its ULID gives the creation time. */
	public Duration age(Instant now) {
		return Duration.between((this.registeredAt != null) ? this.registeredAt : createdAt(), now);
	}

	public boolean isBanned() {
		return Boolean.TRUE.equals(this.banned);
	}

	public boolean isModerator() {
		return this.roles.contains("moderator") || this.roles.contains("admin");
	}

	public boolean isAdmin() {
		return this.roles.contains("admin");
	}

	private Instant createdAt() {
		return Ulid.isValid(this.id) ? Ulid.from(this.id).getInstant() : Instant.EPOCH;
	}

}
