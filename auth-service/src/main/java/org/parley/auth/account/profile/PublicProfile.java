package org.parley.auth.account.profile;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.User;
import org.parley.platform.readmodels.media.MediaAddresses;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user, as shown to everybody.
 *
 * @param id never changes
 * @param username unique regardless of case
 * @param displayName shown to others
 * @param roles the role and the roles that it includes
 * @param bio Markdown
 * @param avatarUrl the address of the picture, or null
 * @param createdAt when the account was registered
 */
record PublicProfile(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
		@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
		@Schema(example = "[\"user\"]") List<String> roles,
		@Schema(example = "Down the *rabbit hole* since 1865.") String bio,
		@Schema(example = "https://example.org/alice.png") @Nullable String avatarUrl, Instant createdAt) {

	static PublicProfile of(User user, MediaAddresses addresses) {
		var profile = user.profile();
		return new PublicProfile(user.id(), user.username(), profile.displayName(), user.role().names(), profile.bio(),
				addresses.avatar(profile.avatarPath(), profile.avatarUrl()), user.createdAt());
	}

}
