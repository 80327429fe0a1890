package org.parley.auth.signin.verification;

import java.time.InstantSource;
import java.util.List;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.jobs.Job;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Removes accounts whose owners never showed that the address is theirs, where that is
 * required.
 */
@Component
@EnableConfigurationProperties(VerificationSettings.class)
class RemoveUnverified implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final VerificationSettings settings;

	private final Users users;

	private final EndSessions sessions;

	private final MailTokens tokens;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	RemoveUnverified(VerificationSettings settings, Users users, EndSessions sessions, MailTokens tokens,
			UnitOfWork work, Audit audit, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.sessions = sessions;
		this.tokens = tokens;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "remove-unverified";
	}

	@Override
	public String schedule() {
		return "0 30 3 * * *";
	}

	@Override
	public String run() {
		if (!this.settings.required()) {
			return "Nobody has to verify an address here.";
		}
		var count = 0;
		for (var due = due(); !due.isEmpty(); due = due()) {
			for (var user : due) {
				count += this.work.run(() -> remove(user.id())) ? 1 : 0;
			}
		}
		return "%d accounts removed.".formatted(count);
	}

	private List<User> due() {
		return this.users.findUnverified(this.clock.instant().minus(this.settings.patience()), BATCH);
	}

	private boolean remove(String id) {
		var found = this.users.findById(id).filter((user) -> !user.isEmailVerified());
		found.ifPresent((user) -> {
			user.revokeTokens();
			this.sessions.endAll(user, SessionEndReason.DELETED);
			for (var purpose : MailTokenPurpose.values()) {
				this.tokens.deleteAll(purpose, user.id());
			}
			this.audit.recordWithoutRequest(AuditAction.REMOVED, user.id(), null, null);
			user.delete(this.clock.instant());
			this.users.delete(user);
		});
		return found.isPresent();
	}

}
