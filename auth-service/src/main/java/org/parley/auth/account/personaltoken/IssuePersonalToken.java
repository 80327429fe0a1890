package org.parley.auth.account.personaltoken;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Issues personal access tokens, and takes them back. */
@Component
class IssuePersonalToken {

	private static final int MOST = 50;

	private final PersonalTokens tokens;

	private final VerifyOwner proving;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	IssuePersonalToken(PersonalTokens tokens, VerifyOwner proving, SendSecurityAlert sendSecurityAlert, UnitOfWork work,
			Audit audit, InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.proving = proving;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues one.
	 * @throws ProblemException as {@link VerifyOwner} says; 409 {@code token.too-many};
	 * 400 as {@link PersonalToken#issue} says
	 */
	Issued issue(Caller caller, PersonalTokenRequest wish, ClientDevice clientDevice) {
		var secret = PersonalTokenSecret.next(this.random);
		var proof = new VerifyOwner.Proof(wish.password(), wish.otp());
		return this.proving.prove(caller, proof, clientDevice, (user) -> {
			var now = this.clock.instant();
			var token = PersonalToken.issue(user, wish.name(), wish.scopes(), secret, wish.expiresAt(), now);
			if (this.tokens.liveOf(user.id(), now).size() >= MOST) {
				throw ProblemException.conflict("token.too-many", "You have %d tokens. Revoke one.".formatted(MOST));
			}
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCESS_TOKEN_CREATED);
			this.audit.record(AuditAction.ACCESS_TOKEN_CREATED, user.id(), token.id(), clientDevice);
			return new Issued(this.tokens.save(token), secret);
		});
	}

	/**
	 * Takes one of the caller's back.
	 * @throws ProblemException 404 {@code token.not-found}
	 */
	void revoke(String userId, String id, ClientDevice clientDevice) {
		this.work.run(() -> {
			var token = this.tokens.findById(id)
				.filter((candidate) -> candidate.userId().equals(userId))
				.orElseThrow(() -> ProblemException.notFound("token.not-found", "You have no such token."));
			token.revoke(SessionEndReason.ENDED_BY_OWNER);
			this.tokens.delete(token);
			this.audit.record(AuditAction.ACCESS_TOKEN_REVOKED, userId, id, clientDevice);
			return id;
		});
	}

	/**
	 * A token, this once with its secret.
	 *
	 * @param token what is kept
	 * @param secret what is not
	 */
	record Issued(PersonalToken token, PersonalTokenSecret secret) {
	}

}
