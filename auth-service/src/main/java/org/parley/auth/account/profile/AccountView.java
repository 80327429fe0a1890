package org.parley.auth.account.profile;

import java.time.Instant;
import java.util.List;

import org.parley.auth.user.User;
import org.parley.platform.readmodels.media.MediaAddresses;

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
 * @param avatarUrl the address of the picture, or null
 * @param avatarMediaId the id of the medium that is the picture, or null
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
		@Schema(example = "01KAG6C7D8E9F0G1H2J3K4M5N6") @Nullable String avatarMediaId,
		@Schema(example = "en-GB") String locale, @Schema(example = "Europe/London") String timeZone,
		Instant createdAt) {

	static AccountView of(User user, MediaAddresses addresses) {
		var profile = user.profile();
		return new AccountView(user.id(), user.username(), profile.displayName(), user.email(), user.isEmailVerified(),
				user.role().names(), profile.bio(), addresses.avatar(profile.avatarPath(), profile.avatarUrl()),
				profile.avatarMediaId(), profile.locale(), profile.timeZone(), user.createdAt());
	}

}
