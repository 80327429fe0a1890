package org.parley.social.feed;

import org.parley.platform.jobs.Job;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedSettings;

import org.springframework.stereotype.Component;

/** Removes the entries that feeds no longer show. */
@Component
class TrimFeeds implements Job {

	private final FeedEntries entries;

	private final FeedSettings settings;

	TrimFeeds(FeedEntries entries, FeedSettings settings) {
		this.entries = entries;
		this.settings = settings;
	}

	@Override
	public String name() {
		return "trim-feeds";
	}

	@Override
	public String schedule() {
		return "0 20 * * * *";
	}

	@Override
	public String run() {
		long removed = 0;
		var owner = this.entries.ownerAfter("");
		while (owner.isPresent()) {
			if (Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException("The job was interrupted");
			}
			removed += this.entries.trim(owner.get(), this.settings.kept());
			owner = this.entries.ownerAfter(owner.get());
		}
		return "Removed %d entries.".formatted(removed);
	}

}
