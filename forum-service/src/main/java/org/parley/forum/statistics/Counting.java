package org.parley.forum.statistics;

import java.time.InstantSource;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/**
 * Counts what there is, every six hours, for the history. Done twice, it counts twice.
 */
@Component
class Counting implements Job {

	private final Counts counts;

	private final InstantSource clock;

	Counting(Counts counts, InstantSource clock) {
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "generate-statistics";
	}

	@Override
	public String schedule() {
		return "0 0 */6 * * *";
	}

	@Override
	public String run() {
		var count = this.counts.now(this.clock.instant());
		this.counts.keep(count);
		return "Counted %d users, %d of them active, %d threads, %d posts, %d votes.".formatted(count.users(),
				count.activeUsers(), count.threads(), count.posts(), count.votes());
	}

}
