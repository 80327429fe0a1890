package org.parley.summary.job;

import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.ForumThread;
import org.parley.summary.discussion.Passage;
import org.parley.summary.discussion.Posts;
import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Material;

/**
 * A thread, as engines see it.
 *
 * @param thread which
 * @param previous the last summary, if it may be shown
 * @param posts where its posts are
 */
record ThreadMaterial(ForumThread thread, Optional<Draft> previous, Posts posts) implements Material {

	@Override
	public String title() {
		return this.thread.title();
	}

	@Override
	public List<Passage> sample(int after, int most) {
		return this.posts.sample(this.thread.id(), after, most);
	}

}
