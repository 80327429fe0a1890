package org.parley.summary.discussion.thread;

import java.util.Optional;
import org.parley.platform.readmodels.category.Audience;

import org.parley.summary.discussion.SummaryCategories;

import org.springframework.stereotype.Component;

/** Finds threads that an audience can read. A thread of an unknown category is hidden. */
@Component
public class SummarizedThreadAccess {

	private final SummarizedThreads summarizedThreads;

	private final SummaryCategories summaryCategories;

	SummarizedThreadAccess(SummarizedThreads summarizedThreads, SummaryCategories summaryCategories) {
		this.summarizedThreads = summarizedThreads;
		this.summaryCategories = summaryCategories;
	}

	public Optional<SummarizedThread> find(String id, Audience audience) {
		return this.summarizedThreads.find(id)
			.filter(SummarizedThread::isShown)
			.filter((thread) -> this.summaryCategories.isReadable(thread.category().id(), audience));
	}

}
