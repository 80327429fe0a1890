package org.parley.auth.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.parley.auth.admin.LastAdmin;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.ProvingOwner;
import org.parley.auth.factor.ProvingOwner.Proof;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
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
class ClosingAccount {

	private final ErasureSettings settings;

	private final Users users;

	private final ProvingOwner proving;

	private final LastAdmin lastAdmin;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final Audit audit;

	private final InstantSource clock;

	ClosingAccount(ErasureSettings settings, Users users, ProvingOwner proving, LastAdmin lastAdmin,
			EndingSessions sessions, Alerting alerting, Audit audit, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.proving = proving;
		this.lastAdmin = lastAdmin;
		this.sessions = sessions;
		this.alerting = alerting;
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
	Instant close(Caller caller, Proof proof, Client client) {
		return this.proving.prove(caller, proof, client, (user) -> close(user, client));
	}

	private Instant close(User user, Client client) {
		if (user.role() == Role.ADMIN) {
			this.lastAdmin.refuse();
		}
		var end = this.clock.instant().plus(this.settings.delay()).truncatedTo(ChronoUnit.MILLIS);
		user.close(end);
		this.sessions.all(user, SessionEnd.DELETED);
		this.alerting.alert(user, SecurityAlert.Kind.ACCOUNT_DELETING, end);
		this.audit.record(Act.ACCOUNT_CLOSED, user.id(), end.toString(), client);
		this.users.save(user);
		return end;
	}

}
