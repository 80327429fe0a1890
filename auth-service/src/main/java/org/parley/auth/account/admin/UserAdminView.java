package org.parley.auth.account.admin;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Ban;
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
 * @param status {@code active} or {@code banned}
 * @param ban why and how long, or null
 * @param createdAt when the account was opened
 * @param lastSeenAt within the hour, or null
 */
record UserAdminView(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
		@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
		@Schema(example = "alice@example.org") String email, boolean emailVerified,
		@Schema(example = "[\"user\"]") List<String> roles, @Schema(example = "active") String status,
		@Nullable Standing ban, Instant createdAt, @Nullable Instant lastSeenAt) {

	static UserAdminView of(User user) {
		return new UserAdminView(user.id(), user.username(), user.profile().displayName(), user.email(),
				user.isEmailVerified(), user.role().all(), user.portrait().status(), Standing.of(user.ban()),
				user.createdAt(), user.lastSeenAt());
	}

	/**
	 * A ban.
	 *
	 * @param reason as a moderator wrote it
	 * @param until when it ends by itself, or null
	 * @param by the name of who decided
	 * @param at when
	 */
	@Schema(name = "StandingBan")
	record Standing(@Schema(example = "Advertising, again.") String reason, @Nullable Instant until,
			@Schema(example = "moderator") String by, Instant at) {

		static @Nullable Standing of(@Nullable Ban ban) {
			return (ban != null) ? new Standing(ban.reason(), ban.until(), ban.by().username(), ban.at()) : null;
		}

	}

}
