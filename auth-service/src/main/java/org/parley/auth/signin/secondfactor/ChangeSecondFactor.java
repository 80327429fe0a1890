package org.parley.auth.signin.secondfactor;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.password.VerifyPassword;
import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Gives other recovery codes, or switches the second factor off, for who knows the
 * password and shows a code.
 */
@Component
class ChangeSecondFactor {

	private final SecondFactors factors;

	private final SecondFactorCheck step;

	private final VerifyPassword proving;

	private final HoldSession session;

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final RandomGenerator random;

	ChangeSecondFactor(SecondFactors factors, SecondFactorCheck step, VerifyPassword proving, HoldSession session,
			Users users, SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit, RandomGenerator random) {
		this.factors = factors;
		this.step = step;
		this.proving = proving;
		this.session = session;
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.random = random;
	}

	/**
	 * Other recovery codes count from now on.
	 * @throws ProblemException 403 {@code auth.password-wrong}, {@code auth.otp-wrong};
	 * 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	List<RecoveryCode> renewCodes(Caller caller, OwnerProof ownerProof, ClientDevice clientDevice) {
		var recovery = RecoveryCode.set(this.random);
		change(caller, ownerProof, clientDevice, (user, factor) -> {
			factor.renew(recovery);
			this.factors.save(factor);
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.RECOVERY_CODES_RENEWED);
			this.audit.record(AuditAction.RECOVERY_CODES_RENEWED, user.id(), null, clientDevice);
		});
		return recovery;
	}

	/**
	 * Signing in takes the password alone from now on.
	 * @throws ProblemException as above
	 */
	void disable(Caller caller, OwnerProof ownerProof, ClientDevice clientDevice) {
		change(caller, ownerProof, clientDevice, (user, factor) -> {
			this.factors.delete(factor);
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.TWO_FACTOR_DISABLED);
			this.audit.record(AuditAction.TWO_FACTOR_DISABLED, user.id(), null, clientDevice);
		});
	}

	private void change(Caller caller, OwnerProof ownerProof, ClientDevice clientDevice,
			BiConsumer<User, SecondFactor> change) {
		var known = this.proving.prove(caller.id(), ownerProof.password(), clientDevice);
		try {
			this.work.run(() -> {
				this.session.requireLive(caller);
				var user = this.proving.stillProven(known);
				change.accept(user, this.step.prove(user, ownerProof.otp(), clientDevice));
				user.revokeLinks();
				return this.users.save(user);
			});
		}
		catch (WrongCodeException ex) {
			this.step.failed(caller.id(), clientDevice);
			throw ex;
		}
	}

}
