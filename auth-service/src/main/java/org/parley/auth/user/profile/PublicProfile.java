package org.parley.auth.user.profile;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.User;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as everybody sees them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 * @param roles all that they have
 * @param bio Markdown
 * @param avatarUrl https, or null
 * @param createdAt when the account was opened
 */
record PublicProfile(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
		@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
		@Schema(example = "[\"user\"]") List<String> roles,
		@Schema(example = "Down the *rabbit hole* since 1865.") String bio,
		@Schema(example = "https://example.org/alice.png") @Nullable String avatarUrl, Instant createdAt) {

	static PublicProfile of(User user) {
		var profile = user.profile();
		return new PublicProfile(user.id(), user.username(), profile.displayName(), user.role().all(), profile.bio(),
				profile.avatarUrl(), user.createdAt());
	}

}
