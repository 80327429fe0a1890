package org.parley.auth.signin.admission.invitation;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.MailAddress;

/**
 * Invites people.
 *
 * @param email address that receives the invitation by mail and alone can use it
 * @param note for the inviter
 * @param uses number of newcomers, 1 by default
 * @param expiresAt end of its validity within 90 days, a week by default
 * @param groups ids of the groups that newcomers join, for administrators
 */
@Schema(name = "InvitationWish")
record InvitationRequest(@Schema(example = "bob@example.org") @MailAddress @Nullable String email,
		@Schema(example = "for the reading circle") @StorableText(max = 200) @Nullable String note,
		@Schema(example = "1") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer uses,
		@Schema(example = "2026-12-01T00:00:00Z") @Future(
				message = "must be in the future") @Nullable Instant expiresAt,
		@Schema(example = "[\"01KAG3A1B2C3D4E5F6G7H8J9K0\"]") @Size(max = 20,
				message = "must name at most 20 groups") @Nullable List<@NotNull(message = "must not be null") @Pattern(
						regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be the id of a group") String> groups) {

	int times() {
		return (this.uses != null) ? this.uses : 1;
	}

	List<String> into() {
		return (this.groups != null) ? this.groups.stream().distinct().toList() : List.of();
	}

	@Override
	public String toString() {
		return "InvitationRequest[***]";
	}

}
