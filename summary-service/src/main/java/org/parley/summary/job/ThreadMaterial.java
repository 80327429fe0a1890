package org.parley.summary.job;

import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.post.Passage;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.modelswitch.ModelPermission;

/**
 * The stored state of a thread as the input of an engine.
 *
 * @param previous the last summary, if it is still current
 * @param posts the repository of its posts
 * @param permission decides whether the model may receive it
 */
record ThreadMaterial(SummarizedThread thread, Optional<SummaryDraft> previous, SummarizedPosts posts,
		ModelPermission permission) implements SummaryMaterial {

	@Override
	public String title() {
		return this.thread.title();
	}

	@Override
	public List<Passage> sample(int after, int limit) {
		return this.posts.sample(this.thread.id(), after, limit);
	}

	@Override
	public boolean isModelPermitted() {
		return this.permission.isGranted(this.thread.id());
	}

}
