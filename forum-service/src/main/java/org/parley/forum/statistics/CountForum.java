package org.parley.forum.statistics;

import java.time.InstantSource;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/**
 * Counts what there is, every six hours, for the history. Done twice, it counts twice.
 */
@Component
class CountForum implements Job {

	private final ForumCounts forumCounts;

	private final InstantSource clock;

	CountForum(ForumCounts forumCounts, InstantSource clock) {
		this.forumCounts = forumCounts;
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
		var count = this.forumCounts.now(this.clock.instant());
		this.forumCounts.keep(count);
		return "Counted %d users, %d of them active, %d threads, %d posts, %d votes.".formatted(count.users(),
				count.activeUsers(), count.threads(), count.posts(), count.votes());
	}

}
