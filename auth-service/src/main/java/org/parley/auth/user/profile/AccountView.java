package org.parley.auth.user.profile;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.User;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account, as shown to its owner.
 *
 * @param id never changes
 * @param username unique regardless of case
 * @param displayName shown to others
 * @param email visible to the owner and to administrators
 * @param emailVerified whether the mail address is verified
 * @param roles the role and the roles that it includes
 * @param bio Markdown
 * @param avatarUrl https, or null
 * @param locale a BCP 47 tag
 * @param timeZone an IANA zone
 * @param createdAt when the account was registered
 */
record AccountView(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
		@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
		@Schema(example = "alice@example.org") String email, boolean emailVerified,
		@Schema(example = "[\"user\"]") List<String> roles,
		@Schema(example = "Down the *rabbit hole* since 1865.") String bio,
		@Schema(example = "https://example.org/alice.png") @Nullable String avatarUrl,
		@Schema(example = "en-GB") String locale, @Schema(example = "Europe/London") String timeZone,
		Instant createdAt) {

	static AccountView of(User user) {
		var profile = user.profile();
		return new AccountView(user.id(), user.username(), profile.displayName(), user.email(), user.isEmailVerified(),
				user.role().names(), profile.bio(), profile.avatarUrl(), profile.locale(), profile.timeZone(),
				user.createdAt());
	}

}
