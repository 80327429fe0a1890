package org.parley.moderation.cases;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

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
public record CaseGrounds(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision revision,
		String content, @Nullable Verdict verdict, List<String> reasons) {

	/** The same, elsewhere. */
	CaseGrounds at(PostLocation postLocation) {
		return new CaseGrounds(postLocation.post(), postLocation.thread(), this.revision, this.content, this.verdict,
				this.reasons);
	}

	/** The same, for more reasons. */
	CaseGrounds and(List<String> more) {
		var all = Stream.concat(this.reasons.stream(), more.stream()).distinct().toList();
		return new CaseGrounds(this.post, this.thread, this.revision, this.content, this.verdict, all);
	}

}
