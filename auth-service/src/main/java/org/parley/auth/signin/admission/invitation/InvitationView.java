package org.parley.auth.signin.admission.invitation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invitation.
 *
 * @param inviter username of that user, for administrators; absent if they are erased
 * @param email address that alone can use it, if it was mailed
 * @param note for the inviter
 * @param groups ids of the groups that newcomers join
 * @param token for the registration; shown once, and not if it was mailed
 */
@Schema(name = "Invitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String id,
		@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String invitedBy,
		@Schema(example = "alice") @Nullable String inviter,
		@Schema(example = "bob@example.org") @Nullable String email,
		@Schema(example = "for the reading circle") @Nullable String note, @Schema(example = "1") int uses,
		@Schema(example = "1") int left, List<String> groups, Instant createdAt, Instant expiresAt,
		@Schema(example = "parley_invite_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String token) {

	static InvitationView of(Invitation invitation) {
		return of(invitation, null, null);
	}

	static InvitationView of(Invitation invitation, @Nullable String inviter, @Nullable String token) {
		return new InvitationView(invitation.id(), invitation.invitedBy(), inviter, invitation.email(),
				invitation.note(), invitation.uses(), invitation.left(), invitation.groups(), invitation.createdAt(),
				invitation.expiresAt(), token);
	}

	/** Omits the token. Entity tags are derived from this. */
	@Override
	public String toString() {
		return "InvitationView[%s, %s, %s, %s, %s, %d, %d, %s, %s, %s]".formatted(this.id, this.invitedBy, this.inviter,
				this.email, this.note, this.uses, this.left, this.groups, this.createdAt, this.expiresAt);
	}

}
