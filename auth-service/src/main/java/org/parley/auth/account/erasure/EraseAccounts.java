package org.parley.auth.account.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.auth.user.FormerNames;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.platform.jobs.Job;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Begins to erase those whose time to undo it is over, and asks services again that have
 * not answered.
 */
@Component
class EraseAccounts implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final ErasureSettings settings;

	private final Users users;

	private final FormerNames formerNames;

	private final Erasures erasures;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	EraseAccounts(ErasureSettings settings, Users users, FormerNames formerNames, Erasures erasures, UnitOfWork work,
			Audit audit, InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.formerNames = formerNames;
		this.erasures = erasures;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "erase-accounts";
	}

	@Override
	public String schedule() {
		return "0 40 * * * *";
	}

	@Override
	public String run() {
		var now = this.clock.instant();
		var count = 0;
		for (var due = due(now); !due.isEmpty(); due = due(now)) {
			for (var user : due) {
				count += this.work.run(() -> erase(user.id(), now)) ? 1 : 0;
			}
		}
		var again = this.erasures.askAgain(now, this.settings.patience());
		return "%d accounts erased, %d erasures asked for again.".formatted(count, again);
	}

	private List<User> due(Instant now) {
		return this.users.leavingBy(now, BATCH);
	}

	/** Whoever hears that the account is gone begins the erasure: {@link Erasures}. */
	private boolean erase(String id, Instant now) {
		var found = this.users.findById(id).filter((user) -> isDue(user, now));
		found.ifPresent((user) -> {
			this.formerNames.keep(user);
			this.audit.recordWithoutRequest(AuditAction.ERASED, user.id(), null, null);
			user.delete(now);
			this.users.delete(user);
		});
		return found.isPresent();
	}

	private static boolean isDue(User user, Instant now) {
		return user.erasureAt() != null && !user.erasureAt().isAfter(now);
	}

}
