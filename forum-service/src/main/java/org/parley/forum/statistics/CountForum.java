package org.parley.forum.statistics;

import java.time.InstantSource;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/**
 * Stores the size of the forum every six hours. A repeated run stores a second count.
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
		var count = this.forumCounts.count(this.clock.instant());
		this.forumCounts.save(count);
		return "Counted %d users, %d of them active, %d threads, %d posts, %d votes.".formatted(count.users(),
				count.activeUsers(), count.threads(), count.posts(), count.votes());
	}

}
