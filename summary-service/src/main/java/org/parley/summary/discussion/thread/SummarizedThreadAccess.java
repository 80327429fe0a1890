package org.parley.summary.discussion;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Decides who sees a thread. Nobody sees one whose category is not known yet. */
@Component
public class SummarizedThreadAccess {

	private final SummarizedThreads summarizedThreads;

	private final SummaryCategories summaryCategories;

	SummarizedThreadAccess(SummarizedThreads summarizedThreads, SummaryCategories summaryCategories) {
		this.summarizedThreads = summarizedThreads;
		this.summaryCategories = summaryCategories;
	}

	/** A thread that is known and that an audience may see. */
	public Optional<SummarizedThread> find(String id, SummaryAudience summaryAudience) {
		return this.summarizedThreads.find(id)
			.filter(SummarizedThread::isShown)
			.filter((thread) -> this.summaryCategories.isReadable(thread.category().id(), summaryAudience));
	}

}
