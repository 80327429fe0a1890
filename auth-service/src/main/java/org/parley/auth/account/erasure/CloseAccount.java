package org.parley.auth.account.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.parley.auth.account.admin.AdminQuorum;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Closes an account at its owner's wish: all sessions end, and there is a way back for a
 * while.
 */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
class CloseAccount {

	private final ErasureSettings settings;

	private final Users users;

	private final VerifyOwner proving;

	private final AdminQuorum adminQuorum;

	private final EndSessions sessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	private final InstantSource clock;

	CloseAccount(ErasureSettings settings, Users users, VerifyOwner proving, AdminQuorum adminQuorum,
			EndSessions sessions, SendSecurityAlert sendSecurityAlert, Audit audit, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.proving = proving;
		this.adminQuorum = adminQuorum;
		this.sessions = sessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Closes it.
	 * @return when everything goes
	 * @throws ProblemException 403 {@code auth.password-wrong},
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 409 {@code user.last-admin}; 429
	 * {@code auth.slow-down}
	 */
	Instant close(Caller caller, Proof proof, ClientDevice clientDevice) {
		return this.proving.prove(caller, proof, clientDevice, (user) -> close(user, clientDevice));
	}

	private Instant close(User user, ClientDevice clientDevice) {
		if (user.role() == Role.ADMIN) {
			this.adminQuorum.refuse();
		}
		var end = this.clock.instant().plus(this.settings.delay()).truncatedTo(ChronoUnit.MILLIS);
		user.close(end);
		this.sessions.all(user, SessionEndReason.DELETED);
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCOUNT_DELETING, end);
		this.audit.record(AuditAction.ACCOUNT_CLOSED, user.id(), end.toString(), clientDevice);
		this.users.save(user);
		return end;
	}

}
