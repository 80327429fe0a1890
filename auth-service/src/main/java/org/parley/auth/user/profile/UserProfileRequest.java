package org.parley.auth.user.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;

/**
 * A change of a profile; absent properties stay.
 *
 * @param displayName shown to others
 * @param bio Markdown
 * @param avatarUrl https; empty removes the avatar
 * @param locale a BCP 47 tag
 * @param timeZone an IANA zone
 */
public record UserProfileRequest(
		@Schema(example = "Alice Liddell") @Size(min = 1, max = 100,
				message = "must have 1 to 100 characters") @Pattern(regexp = User.ONE_LINE,
						message = "must be one line of text, not blank") @Nullable String displayName,
		@Schema(example = "Down the *rabbit hole* since 1865.") @Size(max = 2000,
				message = "may have 2000 characters") @Pattern(regexp = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*",
						message = "must be text") @Nullable String bio,
		@Schema(example = "https://example.org/alice.png") @Size(max = 500,
				message = "may have 500 characters") @Nullable String avatarUrl,
		@Schema(example = "en-GB") @Size(max = 35, message = "may have 35 characters") @Nullable String locale,
		@Schema(example = "Europe/London") @Size(max = 50,
				message = "may have 50 characters") @Nullable String timeZone) {
}
