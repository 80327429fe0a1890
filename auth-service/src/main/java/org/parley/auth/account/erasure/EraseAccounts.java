package org.parley.auth.account.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.jobs.Job;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Erases accounts whose restoration period is over, and repeats erasure requests that
 * services have not answered.
 */
@Component
class EraseAccounts implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final ErasureSettings settings;

	private final Users users;

	private final EraseAccount eraseAccount;

	private final Erasures erasures;

	private final InstantSource clock;

	EraseAccounts(ErasureSettings settings, Users users, EraseAccount eraseAccount, Erasures erasures,
			InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.eraseAccount = eraseAccount;
		this.erasures = erasures;
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
		for (var due = findDue(now); !due.isEmpty(); due = findDue(now)) {
			for (var user : due) {
				count += this.eraseAccount.erase(user.id(), now) ? 1 : 0;
			}
		}
		var repeated = this.erasures.repeatRequests(now, this.settings.patience());
		return "%d accounts erased, %d erasure requests repeated.".formatted(count, repeated);
	}

	private List<User> findDue(Instant now) {
		return this.users.findDueForErasure(now, BATCH);
	}

}
