package org.parley.summary.discussion.thread;

import java.util.Optional;
import org.parley.platform.readmodels.category.Rights;

import org.parley.summary.discussion.SummaryCategories;

import org.springframework.stereotype.Component;

/** Finds threads that rights allow to read. A thread of an unknown category is hidden. */
@Component
public class SummarizedThreadAccess {

	private final SummarizedThreads summarizedThreads;

	private final SummaryCategories summaryCategories;

	SummarizedThreadAccess(SummarizedThreads summarizedThreads, SummaryCategories summaryCategories) {
		this.summarizedThreads = summarizedThreads;
		this.summaryCategories = summaryCategories;
	}

	public Optional<SummarizedThread> find(String id, Rights rights) {
		return this.summarizedThreads.find(id)
			.filter(SummarizedThread::isShown)
			.filter((thread) -> this.summaryCategories.isReadable(thread.category().id(), rights));
	}

}
