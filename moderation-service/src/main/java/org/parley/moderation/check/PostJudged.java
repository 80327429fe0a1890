package org.parley.moderation.check;

import java.util.List;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.ThreadReference;
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
record PostJudged(PostReference post, ThreadReference thread, long contentVersion, Verdict verdict, String engine,
		long policyVersion, List<String> reasons) implements ParleyEvent {

	static PostJudged of(Check check, Judgement judgement) {
		return new PostJudged(check.post(), check.thread(), check.revision().post(), judgement.verdict(),
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
