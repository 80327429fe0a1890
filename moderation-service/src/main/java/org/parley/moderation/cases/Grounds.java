package org.parley.moderation.cases;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.place.Place;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.Revision;
import org.parley.moderation.subject.ThreadReference;

/**
 * Why there is something to decide.
 *
 * @param post which post
 * @param thread where
 * @param revision which content of it
 * @param content what it says
 * @param verdict what a check came to, if there was one
 * @param reasons stable codes, the gravest first
 */
public record Grounds(PostReference post, ThreadReference thread, Revision revision, String content,
		@Nullable Verdict verdict, List<String> reasons) {

	/** The same, elsewhere. */
	Grounds at(Place place) {
		return new Grounds(place.post(), place.thread(), this.revision, this.content, this.verdict, this.reasons);
	}

	/** The same, for more reasons. */
	Grounds and(List<String> more) {
		var all = Stream.concat(this.reasons.stream(), more.stream()).distinct().toList();
		return new Grounds(this.post, this.thread, this.revision, this.content, this.verdict, all);
	}

}
