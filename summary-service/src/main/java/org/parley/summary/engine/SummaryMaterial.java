package org.parley.summary.engine;

import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.Passage;

/** What a summary is made from. */
public interface SummaryMaterial {

	/** The thread's title. */
	String title();

	/** The last summary, when all that it rests on still says the same. */
	Optional<SummaryDraft> previous();

	/** Posts after a number, in their order; a fair choice when there are too many. */
	List<Passage> sample(int after, int most);

}
