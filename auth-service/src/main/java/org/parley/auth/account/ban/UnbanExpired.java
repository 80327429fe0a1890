package org.parley.auth.account.ban;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.ban.Ban;
import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Lifts expired bans. A sign-in lifts the ban at once; the job covers users who do not
 * sign in, so that other services receive the event.
 */
@Component
class UnbanExpired implements Job {

	private final Users users;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	UnbanExpired(Users users, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "unban-expired";
	}

	@Override
	public String schedule() {
		return "0 0 * * * *";
	}

	@Override
	public String run() {
		var count = JobRows.forEach(this.users.streamExpiredBans(this.clock.instant()),
				(user) -> this.work.run(() -> unban(user.id())));
		return "%d bans lifted.".formatted(count);
	}

	private boolean unban(String id) {
		var found = this.users.findById(id).filter((user) -> isOver(user.ban()));
		found.ifPresent((user) -> {
			user.unban(null);
			this.audit.recordWithoutRequest(AuditAction.UNBANNED, user.id(), null, null);
			this.users.save(user);
		});
		return found.isPresent();
	}

	private boolean isOver(@Nullable Ban ban) {
		return ban != null && ban.isOver(this.clock.instant());
	}

}
