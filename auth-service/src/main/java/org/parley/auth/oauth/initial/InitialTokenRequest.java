package org.parley.auth.oauth.initial;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.platform.text.StorableText;

/**
 * Creates an initial access token.
 *
 * @param uses number of apps to register, 1 by default
 * @param expiresAt end of its validity within 30 days, a day by default
 * @param kinds of apps that it covers, all by default
 * @param scopes that it covers, all but {@code moderation} and {@code admin} by default
 */
@Schema(name = "RegistrationTokenWish")
record InitialTokenRequest(
		@Schema(example = "for the makers of the reading list") @NotNull @StorableText(min = 1,
				max = 100) String description,
		@Schema(example = "1") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer uses,
		@Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant expiresAt,
		@Schema(example = "[\"web\"]") @Size(min = 1, max = 10,
				message = "must have 1 to 10 items") @Nullable List<@NotNull(message = "must not be null") @Pattern(
						regexp = AppKind.NAMES, message = "must be web, native, service or device") String> kinds,
		@Schema(example = "[\"openid\", \"threads:read\"]") @Size(min = 1, max = 20,
				message = "must have 1 to 20 items") @Nullable List<@NotNull(
						message = "must not be null") String> scopes,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "must have at most 32 characters") @Nullable String otp)
		implements
			VerifyOwner.Proof {

	int times() {
		return (this.uses != null) ? this.uses : 1;
	}

	@Override
	public String toString() {
		return "InitialTokenRequest[***]";
	}

}
