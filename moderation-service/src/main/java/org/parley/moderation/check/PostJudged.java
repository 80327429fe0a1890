package org.parley.moderation.check;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A check has come to a verdict about a post.
 *
 * @param post the post
 * @param thread its thread
 * @param contentVersion the checked version of the post
 * @param verdict the verdict
 * @param engine {@code rules}, or the name of the model
 * @param policy the name of the policy
 * @param policyVersion the version of the policy
 * @param reasons stable codes, the most severe first
 */
@Publishes("moderation.verdict")
record PostJudged(ModeratedPostReference post, ModeratedThreadReference thread, long contentVersion, Verdict verdict,
		String engine, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String policy, long policyVersion,
		List<String> reasons) implements ParleyEvent {

	static PostJudged of(PostLocation location, ContentRevision contentRevision, Judgement judgement) {
		return new PostJudged(location.post(), location.thread(), contentRevision.post(), judgement.verdict(),
				judgement.engine(), judgement.policy(), judgement.policyVersion(), judgement.reasons());
	}

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
