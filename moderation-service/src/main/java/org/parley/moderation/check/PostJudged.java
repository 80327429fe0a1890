package org.parley.moderation.check;

import java.util.List;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.verdict.Judgement;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * What a post says has been checked.
 *
 * @param post which post
 * @param thread where
 * @param contentVersion which version of it
 * @param verdict what the check came to
 * @param engine {@code rules}, or the model that was asked
 * @param policyVersion by which policy
 * @param reasons stable codes, the gravest first
 */
@Publishes("moderation.verdict")
record PostJudged(ModeratedPostReference post, ModeratedThreadReference thread, long contentVersion, Verdict verdict,
		String engine, long policyVersion, List<String> reasons) implements ParleyEvent {

	static PostJudged of(PostCheck postCheck, Judgement judgement) {
		return new PostJudged(postCheck.post(), postCheck.thread(), postCheck.revision().post(), judgement.verdict(),
				judgement.engine(), judgement.policyVersion(), judgement.reasons());
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
