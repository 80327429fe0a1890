package org.parley.auth.tokens.refresh;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.user.User;

/**
 * The answer to a sign-in or a refresh.
 *
 * @param accessToken for the {@code Authorization} header
 * @param refreshToken valid for one use; absent if it was delivered in a cookie
 * @param expiresIn the lifetime of the access token in seconds
 * @param deviceSecret for the device cookie; absent for a refresh
 */
public record SignInTokens(Self user,
		@Schema(example = "eyJraWQiOiIwMUtBRyIsInR5cCI6ImF0K2p3dCIsImFsZyI6IlJTMjU2In0.e30.c2ln") String accessToken,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String refreshToken,
		@Schema(example = "900") long expiresIn, @JsonIgnore @Nullable String deviceSecret) {

	/** The tokens of a session; only a new one has the secret of its device. */
	static SignInTokens issue(AccessTokenIssuer issuer, User user, String sessionId, RefreshSecret secret,
			@Nullable String deviceSecret) {
		return new SignInTokens(Self.of(user), issuer.issue(user, sessionId), secret.text(),
				issuer.lifetime().toSeconds(), deviceSecret);
	}

	/** A copy without the refresh token, which is delivered in a cookie. */
	SignInTokens withoutRefreshToken() {
		return new SignInTokens(this.user, this.accessToken, null, this.expiresIn, this.deviceSecret);
	}

	@Override
	public String toString() {
		return "SignInTokens[***]";
	}

	/** The user who signed in. */
	@Schema(name = "SignedInUser")
	public record Self(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
			@Schema(example = "[\"user\"]") List<String> roles, boolean emailVerified) {

		static Self of(User user) {
			return new Self(user.id(), user.username(), user.profile().displayName(), user.role().names(),
					user.isEmailVerified());
		}

	}

}
