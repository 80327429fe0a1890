package org.parley.auth.account.erasure;

import java.time.Instant;

import org.parley.auth.account.admin.AdminQuorum;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;
import org.parley.auth.user.Role;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Closes the caller's account, which can be restored until it is erased. */
@Component
class CloseAccount {

	private final VerifyOwner verifyOwner;

	private final AdminQuorum adminQuorum;

	private final ScheduleErasure scheduleErasure;

	CloseAccount(VerifyOwner verifyOwner, AdminQuorum adminQuorum, ScheduleErasure scheduleErasure) {
		this.verifyOwner = verifyOwner;
		this.adminQuorum = adminQuorum;
		this.scheduleErasure = scheduleErasure;
	}

	/**
	 * Verifies the caller and closes the account.
	 * @return when the account is erased
	 * @throws RefusalException 403 {@code auth.password-wrong},
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 412
	 * {@code request.precondition-failed}; 409 {@code user.last-admin}; 429
	 * {@code auth.slow-down}
	 */
	Instant close(Caller caller, Proof proof, IfMatch condition, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, proof, clientDevice, (user) -> {
			condition.require(user.version());
			if (user.role() == Role.ADMIN) {
				this.adminQuorum.requireAnother(user);
			}
			return this.scheduleErasure.schedule(user, user.id(), clientDevice);
		});
	}

}
