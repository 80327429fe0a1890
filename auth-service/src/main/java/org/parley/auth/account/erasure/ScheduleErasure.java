package org.parley.auth.account.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Closes an account, ends its sessions and sets the time of its erasure, or reopens it
 * before that time.
 */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
public class ScheduleErasure {

	private final ErasureSettings settings;

	private final Users users;

	private final EndSessions endSessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	private final InstantSource clock;

	ScheduleErasure(ErasureSettings settings, Users users, EndSessions endSessions, SendSecurityAlert sendSecurityAlert,
			Audit audit, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.endSessions = endSessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Schedules the erasure. Runs in the caller's transaction.
	 * @param by id of the owner or an administrator
	 * @return when the account is erased
	 */
	public Instant schedule(User user, String by, ClientDevice clientDevice) {
		var end = this.clock.instant().plus(this.settings.delay()).truncatedTo(ChronoUnit.MILLIS);
		user.close(end);
		this.endSessions.endAll(user, SessionEndReason.DELETED);
		this.sendSecurityAlert.alert(user, alert(user, by), end);
		this.audit.record(AuditAction.ACCOUNT_CLOSED, user.id(), by, end.toString(), clientDevice);
		this.users.save(user);
		return end;
	}

	private static SecurityAlert.Kind alert(User user, String by) {
		if (user.isSuspended()) {
			return SecurityAlert.Kind.ACCOUNT_REMOVED;
		}
		return by.equals(user.id()) ? SecurityAlert.Kind.ACCOUNT_DELETING : SecurityAlert.Kind.ACCOUNT_CLOSED;
	}

	/**
	 * Cancels the erasure. Runs in the caller's transaction.
	 * @param by id of the owner, an administrator or a directory
	 * @throws RefusalException 403 {@code auth.banned} if a directory has deleted the
	 * account; 409 {@code account.not-deleting}
	 */
	public User cancel(User user, String by, ClientDevice clientDevice) {
		if (user.erasureAt() == null) {
			throw RefusalException.conflict("account.not-deleting", "This account is not closed. Sign in.");
		}
		user.reopen();
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCOUNT_RESTORED);
		this.audit.record(AuditAction.ACCOUNT_REOPENED, user.id(), by, null, clientDevice);
		return this.users.save(user);
	}

}
