package org.parley.auth.factor;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Takes a second factor away that its owner has lost, with its recovery codes. Who asked
 * for it may not be the owner, so they are told, and all their sessions end.
 */
@Component
class ResettingFactor {

	private final SecondFactors factors;

	private final Users users;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	ResettingFactor(SecondFactors factors, Users users, EndingSessions sessions, Alerting alerting, UnitOfWork work,
			Audit audit) {
		this.factors = factors;
		this.users = users;
		this.sessions = sessions;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Takes it away.
	 * @throws ProblemException 404 {@code user.not-found}, {@code two-factor.none}; 409
	 * {@code two-factor.own} for the administrator's own, which takes a code
	 */
	void reset(String id, Caller caller, Client client) {
		if (id.equals(caller.id())) {
			throw ProblemException.conflict("two-factor.own", "Switch your own second factor off by a code of it.");
		}
		this.work.run(() -> {
			var user = this.users.require(id);
			var factor = this.factors.findById(id)
				.filter(SecondFactor::isEnabled)
				.orElseThrow(WrongCodeException::none);
			this.factors.delete(factor);
			user.revokeTokens();
			this.sessions.all(user, SessionEnd.LOGOUT_EVERYWHERE);
			this.alerting.alert(user, SecurityAlert.Kind.TWO_FACTOR_RESET);
			this.audit.record(Act.TWO_FACTOR_RESET, user.id(), caller.id(), null, client);
			return this.users.save(user);
		});
	}

}
