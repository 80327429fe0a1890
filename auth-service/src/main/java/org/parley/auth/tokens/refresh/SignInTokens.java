package org.parley.auth.tokens.refresh;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;

/**
 * What somebody gets who signs in.
 *
 * @param user who
 * @param accessToken for the {@code Authorization} header
 * @param refreshToken to be used once; absent when it went into a cookie
 * @param expiresIn seconds that the access token counts
 * @param deviceSecret for a cookie, by which the device is known next time; absent when
 * the session goes on
 */
public record SignInTokens(Self user,
		@Schema(example = "eyJraWQiOiIwMUtBRyIsInR5cCI6ImF0K2p3dCIsImFsZyI6IlJTMjU2In0.e30.c2ln") String accessToken,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String refreshToken,
		@Schema(example = "900") long expiresIn, @JsonIgnore @Nullable String deviceSecret) {

	/** The same, for somebody who holds the refresh token in a cookie. */
	SignInTokens withoutRefreshToken() {
		return new SignInTokens(this.user, this.accessToken, null, this.expiresIn, this.deviceSecret);
	}

	/**
	 * Who signed in.
	 *
	 * @param id never changes
	 * @param username unique without regard to case
	 * @param displayName as shown to others
	 * @param roles all that they have
	 * @param emailVerified whether the address is known to be theirs
	 */
	@Schema(name = "SignedInUser")
	public record Self(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
			@Schema(example = "[\"user\"]") List<String> roles, boolean emailVerified) {

		static Self of(User user) {
			return new Self(user.id(), user.username(), user.profile().displayName(), user.role().all(),
					user.isEmailVerified());
		}

	}

}
