package org.parley.auth.personal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.ProvingOwner;
import org.parley.auth.session.SessionEnd;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Issues personal access tokens, and takes them back. */
@Component
class Permitting {

	private static final int MOST = 50;

	private final PersonalTokens tokens;

	private final ProvingOwner proving;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	Permitting(PersonalTokens tokens, ProvingOwner proving, Alerting alerting, UnitOfWork work, Audit audit,
			InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.proving = proving;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues one.
	 * @throws ProblemException as {@link ProvingOwner} says; 409 {@code token.too-many};
	 * 400 as {@link PersonalToken#issue} says
	 */
	Issued issue(Caller caller, Permission wish, Client client) {
		var secret = PersonalSecret.next(this.random);
		var proof = new ProvingOwner.Proof(wish.password(), wish.otp());
		return this.proving.prove(caller, proof, client, (user) -> {
			var now = this.clock.instant();
			var token = PersonalToken.issue(user, wish.name(), wish.scopes(), secret, wish.expiresAt(), now);
			if (this.tokens.liveOf(user.id(), now).size() >= MOST) {
				throw ProblemException.conflict("token.too-many", "You have %d tokens. Revoke one.".formatted(MOST));
			}
			this.alerting.alert(user, SecurityAlert.Kind.ACCESS_TOKEN_CREATED);
			this.audit.record(Act.ACCESS_TOKEN_CREATED, user.id(), token.id(), client);
			return new Issued(this.tokens.save(token), secret);
		});
	}

	/**
	 * Takes one of the caller's back.
	 * @throws ProblemException 404 {@code token.not-found}
	 */
	void revoke(String userId, String id, Client client) {
		this.work.run(() -> {
			var token = this.tokens.findById(id)
				.filter((candidate) -> candidate.userId().equals(userId))
				.orElseThrow(() -> ProblemException.notFound("token.not-found", "You have no such token."));
			token.revoke(SessionEnd.ENDED_BY_OWNER);
			this.tokens.delete(token);
			this.audit.record(Act.ACCESS_TOKEN_REVOKED, userId, id, client);
			return id;
		});
	}

	/**
	 * A token, this once with its secret.
	 *
	 * @param token what is kept
	 * @param secret what is not
	 */
	record Issued(PersonalToken token, PersonalSecret secret) {
	}

}
