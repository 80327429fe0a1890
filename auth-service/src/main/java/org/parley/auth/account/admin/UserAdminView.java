package org.parley.auth.account.admin;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.ban.Ban;

/**
 * An account, as shown to administrators.
 *
 * @param email visible to the owner and to administrators
 * @param status {@code active}, {@code banned}, {@code pending} before the approval, or
 * {@code closed} before the erasure
 * @param lastSeenAt the last activity, accurate to one hour, or null
 * @param erasureAt when the account is erased, unless it is restored; null if it is open
 */
public record UserAdminView(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
		@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
		@Schema(example = "alice@example.org") String email, boolean emailVerified,
		@Schema(example = "[\"user\"]") List<String> roles,
		@Schema(example = "[\"01KAG3A1B2C3D4E5F6G7H8J9K0\"]") List<String> groups,
		@Schema(example = "active") String status, @Nullable BanView ban, Instant createdAt,
		@Nullable Instant lastSeenAt, @Nullable Instant erasureAt) {

	public static UserAdminView of(User user) {
		return new UserAdminView(user.id(), user.username(), user.profile().displayName(), user.email(),
				user.isEmailVerified(), user.role().names(), user.groups(), user.standing(),
				user.standingBan().map(BanView::of).orElse(null), user.createdAt(), user.lastSeenAt(),
				user.erasureAt());
	}

	/**
	 * A ban.
	 *
	 * @param until when the ban expires, or null
	 * @param by the username of the moderator or administrator; {@code directory} if a
	 * directory has ended the access
	 */
	@Schema(name = "StandingBan")
	public record BanView(@Schema(example = "Advertising, again.") String reason, @Nullable Instant until,
			@Schema(example = "moderator") String by, Instant at) {

		static BanView of(Ban ban) {
			return new BanView(ban.reason(), ban.until(), ban.by().username(), ban.at());
		}

	}

}
