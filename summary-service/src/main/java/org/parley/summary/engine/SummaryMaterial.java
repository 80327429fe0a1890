package org.parley.summary.engine;

import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.post.Passage;

/**
 * The input of an engine: a thread's title, last summary and posts, and whether they may
 * leave the service.
 */
public interface SummaryMaterial {

	String title();

	/** The last summary, if it is still current. */
	Optional<SummaryDraft> previous();

	/** Returns posts after a number, in order; a sample if the limit is exceeded. */
	List<Passage> sample(int after, int limit);

	/**
	 * Whether an outside model may receive the material at this moment. Each call reads
	 * it again, because an administrator can switch the model off and the thread can move
	 * to another category.
	 */
	boolean isModelPermitted();

}
