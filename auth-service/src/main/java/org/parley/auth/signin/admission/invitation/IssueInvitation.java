package org.parley.auth.signin.admission.invitation;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.User;
import org.parley.auth.user.group.UserGroups;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues invitations with a random secret. Part of the caller's transaction. */
@Component
class IssueInvitation {

	/** How many unexpired invitations a user may have. */
	static final int MOST = 100;

	private final Invitations invitations;

	private final UserGroups groups;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssueInvitation(Invitations invitations, UserGroups groups, InstantSource clock, RandomGenerator random) {
		this.invitations = invitations;
		this.groups = groups;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues an invitation.
	 * @throws RefusalException 400 as {@link Invitation#issue}, and about {@code groups};
	 * 403 {@code invitation.groups-not-permitted}; 409 {@code invitation.too-many}
	 */
	Issued<Invitation> issue(User inviter, InvitationRequest request) {
		var secret = OpaqueSecret.generate("parley_invite_", this.random);
		var invitation = Invitation.issue(Ids.next(), secret, request, inviter, this.clock.instant());
		requireGroups(invitation, inviter);
		if (this.invitations.countByInvitedBy(inviter.id()) >= MOST) {
			throw RefusalException.conflict("invitation.too-many",
					"You have %d invitations, the maximum. Withdraw one first.".formatted(MOST));
		}
		return new Issued<>(this.invitations.save(invitation), secret);
	}

	private void requireGroups(Invitation invitation, User inviter) {
		if (!invitation.mayBeOf(inviter)) {
			throw RefusalException.forbidden("invitation.groups-not-permitted",
					"Only administrators invite people into groups.");
		}
		if (this.groups.findAllById(invitation.groups()).size() < invitation.groups().size()) {
			throw RefusalException.field("groups", "invitation.group-unknown", "must be groups that exist");
		}
	}

}
