package org.parley.auth.signin.secondfactor;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Removes a lost second factor on behalf of its owner. The request may come from an
 * impostor, so the owner is alerted and all their sessions end.
 */
@Component
class ResetSecondFactor {

	private final SecondFactors factors;

	private final Users users;

	private final EndSessions sessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	ResetSecondFactor(SecondFactors factors, Users users, EndSessions sessions, SendSecurityAlert sendSecurityAlert,
			UnitOfWork work, Audit audit) {
		this.factors = factors;
		this.users = users;
		this.sessions = sessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Removes the second factor.
	 * @throws RefusalException 404 {@code user.not-found}, {@code two-factor.none}; 409
	 * {@code two-factor.own} for the administrator's own
	 */
	void reset(String id, Caller caller, ClientDevice clientDevice) {
		if (id.equals(caller.id())) {
			throw RefusalException.conflict("two-factor.own", "Disable your own second factor with one of its codes.");
		}
		this.work.run(() -> {
			var user = this.users.require(id);
			var factor = this.factors.findById(id)
				.filter(SecondFactor::isEnabled)
				.orElseThrow(WrongCodeException::none);
			this.factors.delete(factor);
			user.revokeTokens();
			this.sessions.endAll(user, SessionEndReason.LOGOUT_EVERYWHERE);
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.TWO_FACTOR_RESET);
			this.audit.record(AuditAction.TWO_FACTOR_RESET, user.id(), caller.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

}
