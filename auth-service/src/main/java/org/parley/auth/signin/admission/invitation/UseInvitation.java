package org.parley.auth.signin.admission.invitation;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.signin.admission.rules.RegistrationRules;
import org.parley.auth.user.Admission;
import org.parley.auth.user.Users;
import org.parley.auth.user.group.ChangeMembership;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Uses an invitation for a newcomer. It is valid only as long as the inviter may invite.
 */
@Component
public class UseInvitation {

	private final Invitations invitations;

	private final Users users;

	private final ChangeMembership changeMembership;

	private final InstantSource clock;

	UseInvitation(Invitations invitations, Users users, ChangeMembership changeMembership, InstantSource clock) {
		this.invitations = invitations;
		this.users = users;
		this.changeMembership = changeMembership;
		this.clock = clock;
	}

	/**
	 * Checks that the invitation is valid, for some address.
	 * @throws RefusalException 400 {@code invitation.invalid}
	 */
	public void require(String hash, RegistrationRules rules) {
		if (!isValid(hash, rules)) {
			throw invalid();
		}
	}

	/** Whether the invitation is valid, for some address. */
	public boolean isValid(String hash, RegistrationRules rules) {
		return find(hash, rules).isPresent();
	}

	/**
	 * Uses the invitation. Part of the transaction that opens the account; of two
	 * concurrent uses, the later one is checked again. A group that is full or was
	 * removed keeps nobody from registering.
	 * @throws RefusalException 400 {@code invitation.invalid},
	 * {@code invitation.other-address}
	 */
	public Admission use(String hash, String newcomer, String email, RegistrationRules rules) {
		var invitation = find(hash, rules).orElseThrow(UseInvitation::invalid);
		if (!invitation.isFor(email)) {
			throw RefusalException.field("email", "invitation.other-address",
					"must be the address that received the invitation");
		}
		invitation.use();
		this.invitations.save(invitation);
		return new Admission(false, invitation.invitedBy(), invitation.email() != null,
				this.changeMembership.reserve(invitation.groups(), newcomer, invitation.invitedBy()), false);
	}

	private Optional<Invitation> find(String hash, RegistrationRules rules) {
		return this.invitations.findByHash(hash)
			.filter((invitation) -> invitation.isLive(this.clock.instant()) && mayInvite(invitation, rules));
	}

	private static RefusalException invalid() {
		return RefusalException.field("invitation", "invitation.invalid",
				"is unknown, used up, withdrawn or has expired");
	}

	private boolean mayInvite(Invitation invitation, RegistrationRules rules) {
		return this.users.findById(invitation.invitedBy())
			.filter((inviter) -> rules.mayInvite(inviter.role()) && invitation.mayBeOf(inviter)
					&& inviter.isAdmitted(this.clock.instant()))
			.isPresent();
	}

}
