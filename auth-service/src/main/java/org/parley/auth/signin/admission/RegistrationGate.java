package org.parley.auth.signin.admission;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.invitation.UseInvitation;
import org.parley.auth.signin.admission.robot.RobotChallenges;
import org.parley.auth.signin.admission.robot.RobotProof;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.admission.rules.RegistrationRules;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.signin.setup.SetupStatus;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.Admission;
import org.parley.auth.user.Role;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Decides whether people may register, whatever they sign in with afterwards. */
@Component
public class RegistrationGate {

	private final SetupStatus setup;

	private final PermittedWays permittedWays;

	private final CurrentRules currentRules;

	private final UseInvitation useInvitation;

	private final RobotChallenges robotChallenges;

	RegistrationGate(SetupStatus setup, PermittedWays permittedWays, CurrentRules currentRules,
			UseInvitation useInvitation, RobotChallenges robotChallenges) {
		this.setup = setup;
		this.permittedWays = permittedWays;
		this.currentRules = currentRules;
		this.useInvitation = useInvitation;
		this.robotChallenges = robotChallenges;
	}

	/**
	 * Checks that a newcomer with this invitation may register with a password or a
	 * passkey.
	 * @throws RefusalException 400 {@code invitation.invalid}; 403
	 * {@code setup.required}, {@code auth.provider-only}, {@code registration.closed},
	 * {@code registration.invitation-required}
	 */
	public void requireOpen(@Nullable String invitation) {
		this.setup.requireDone();
		this.permittedWays.requireOwn(Role.USER);
		requireOpen(this.currentRules.rules(), hashOf(invitation));
	}

	/** Whether a newcomer with this invitation may register. */
	public boolean isInvited(String invitation) {
		return this.useInvitation.isValid(new OpaqueSecret(invitation).hash(), this.currentRules.rules());
	}

	/** Whether nobody may learn which addresses have an account. */
	public boolean isHidingAddresses() {
		return this.currentRules.rules().isHidingAddresses();
	}

	/**
	 * Checks like {@link #requireOpen}, and the domain of an address that is known.
	 * @throws RefusalException as {@link #requireOpen}; 400 {@code email.domain-blocked}
	 */
	public void requireOpen(@Nullable String email, @Nullable String invitation) {
		requireOpen(invitation);
		if (email != null) {
			this.currentRules.rules().requirePermitted(email);
		}
	}

	/**
	 * Checks like {@link #requireOpen}, and that the newcomer is no robot, before the
	 * slow work.
	 * @throws RefusalException as {@link #requireOpen} and
	 * {@link RobotChallenges#require}; 400 {@code email.domain-blocked}
	 */
	public void requireOpen(String email, @Nullable String invitation, @Nullable RobotProof proof) {
		requireOpen(email, invitation);
		this.robotChallenges.require(this.currentRules.rules().robots(), proof);
	}

	/**
	 * Admits a newcomer and uses the invitation. Part of the transaction that opens the
	 * account.
	 * @throws RefusalException 400 {@code invitation.invalid},
	 * {@code invitation.other-address}, {@code email.domain-blocked}; 403
	 * {@code setup.required}, {@code registration.closed},
	 * {@code registration.invitation-required}
	 */
	public Admission admit(String newcomer, String email, @Nullable String invitation) {
		return admitWithHash(newcomer, email, hashOf(invitation));
	}

	/** Admits a newcomer like {@link #admit}, by the hash of the invitation. */
	public Admission admitWithHash(String newcomer, String email, @Nullable String invitation) {
		this.setup.requireDone();
		var rules = this.currentRules.rules();
		requireOpen(rules, invitation);
		rules.requirePermitted(email);
		if (invitation != null) {
			return this.useInvitation.use(invitation, newcomer, email, rules);
		}
		return rules.isByApproval() ? Admission.AWAITED : Admission.FREE;
	}

	private static @Nullable String hashOf(@Nullable String invitation) {
		return (invitation != null) ? new OpaqueSecret(invitation).hash() : null;
	}

	private void requireOpen(RegistrationRules rules, @Nullable String invitation) {
		rules.requireOpen();
		if (invitation != null) {
			this.useInvitation.require(invitation, rules);
		}
		else if (rules.isByInvitation()) {
			throw RefusalException.forbidden("registration.invitation-required",
					"People need an invitation to register here.");
		}
	}

}
