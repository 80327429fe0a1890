package org.parley.auth.factor;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.password.ProvingPassword;
import org.parley.auth.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Gives other recovery codes, or switches the second factor off, for who knows the
 * password and shows a code.
 */
@Component
class ChangingFactor {

	private final SecondFactors factors;

	private final SecondStep step;

	private final ProvingPassword proving;

	private final HoldSession session;

	private final Users users;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final RandomGenerator random;

	ChangingFactor(SecondFactors factors, SecondStep step, ProvingPassword proving, HoldSession session, Users users,
			Alerting alerting, UnitOfWork work, Audit audit, RandomGenerator random) {
		this.factors = factors;
		this.step = step;
		this.proving = proving;
		this.session = session;
		this.users = users;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
		this.random = random;
	}

	/**
	 * Other recovery codes count from now on.
	 * @throws ProblemException 403 {@code auth.password-wrong}, {@code auth.otp-wrong};
	 * 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	List<RecoveryCode> renewCodes(Caller caller, Proof proof, Client client) {
		var recovery = RecoveryCode.set(this.random);
		change(caller, proof, client, (user, factor) -> {
			factor.renew(recovery);
			this.factors.save(factor);
			this.alerting.alert(user, SecurityAlert.Kind.RECOVERY_CODES_RENEWED);
			this.audit.record(Act.RECOVERY_CODES_RENEWED, user.id(), null, client);
		});
		return recovery;
	}

	/**
	 * Signing in takes the password alone from now on.
	 * @throws ProblemException as above
	 */
	void disable(Caller caller, Proof proof, Client client) {
		change(caller, proof, client, (user, factor) -> {
			this.factors.delete(factor);
			this.alerting.alert(user, SecurityAlert.Kind.TWO_FACTOR_DISABLED);
			this.audit.record(Act.TWO_FACTOR_DISABLED, user.id(), null, client);
		});
	}

	private void change(Caller caller, Proof proof, Client client, BiConsumer<User, SecondFactor> change) {
		var known = this.proving.prove(caller.id(), proof.password(), client);
		try {
			this.work.run(() -> {
				this.session.hold(caller);
				var user = this.proving.stillProven(known);
				change.accept(user, this.step.prove(user, proof.otp(), client));
				user.revokeLinks();
				return this.users.save(user);
			});
		}
		catch (WrongCodeException ex) {
			this.step.failed(caller.id(), client);
			throw ex;
		}
	}

}
