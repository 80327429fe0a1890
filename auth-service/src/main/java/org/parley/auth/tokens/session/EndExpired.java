package org.parley.auth.tokens.session;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;

import org.springframework.stereotype.Component;

/**
 * Ends sessions, tokens and grants that have expired, so that what they have set up in
 * other services ends as well: pushes and webhooks.
 */
@Component
class EndExpired implements Job {

	private final List<TokenGrants> grants;

	private final InstantSource clock;

	EndExpired(List<TokenGrants> grants, InstantSource clock) {
		this.grants = grants;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "end-expired";
	}

	/** Within a minute, because a webhook goes on until its token ends. */
	@Override
	public String schedule() {
		return "45 * * * * *";
	}

	@Override
	public String run() {
		var now = this.clock.instant();
		var count = new AtomicInteger();
		JobRows.forEach(this.grants.stream(), (kind) -> count.addAndGet(kind.endExpired(now)) > 0);
		return "%d sessions, tokens and grants ended.".formatted(count.get());
	}

}
