package org.parley.auth.account.erasure;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.user.Users;
import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;

import org.springframework.stereotype.Component;

/**
 * Erases accounts whose restoration period is over, and repeats erasure requests that
 * services have not answered.
 */
@Component
class EraseAccounts implements Job {

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
		var repeated = this.erasures.repeatRequests(now, this.settings.patience());
		var count = JobRows.forEach(this.users.streamDueForErasure(now),
				(user) -> this.eraseAccount.erase(user.id(), now));
		return "%d accounts erased, %d erasure requests repeated.".formatted(count, repeated);
	}

}
