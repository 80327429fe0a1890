package org.parley.auth.admin;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.auth.user.User;

/**
 * An account as administrators see it.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 * @param email seen by nobody else but its owner
 * @param emailVerified whether the address is known to be theirs
 * @param roles all that they have
 * @param createdAt when the account was opened
 */
record ListedUser(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id, @Schema(example = "alice") String username,
		@Schema(example = "Alice Liddell") String displayName, @Schema(example = "alice@example.org") String email,
		boolean emailVerified, @Schema(example = "[\"user\"]") List<String> roles, Instant createdAt) {

	static ListedUser of(User user) {
		return new ListedUser(user.id(), user.username(), user.profile().displayName(), user.email(),
				user.isEmailVerified(), user.role().all(), user.createdAt());
	}

}
