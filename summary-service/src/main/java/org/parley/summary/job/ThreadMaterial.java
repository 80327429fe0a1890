package org.parley.summary.job;

import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.Passage;
import org.parley.summary.discussion.SummarizedPosts;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryMaterial;

/**
 * A thread, as engines see it.
 *
 * @param thread which
 * @param previous the last summary, if it may be shown
 * @param posts where its posts are
 */
record ThreadMaterial(SummarizedThread thread, Optional<SummaryDraft> previous,
		SummarizedPosts posts) implements SummaryMaterial {

	@Override
	public String title() {
		return this.thread.title();
	}

	@Override
	public List<Passage> sample(int after, int most) {
		return this.posts.sample(this.thread.id(), after, most);
	}

}
