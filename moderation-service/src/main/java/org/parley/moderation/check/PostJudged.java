package org.parley.moderation.check;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;
import org.parley.moderation.subject.ContentRevision;

/**
 * A check has come to a verdict about a post.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the checked version of the post
 * @param engine {@code rules}, or the name of the model
 * @param policy the name of the policy
 * @param reasons stable codes, the most severe first
 * @param locks whether the thread is locked; absent if it is not
 */
@Publishes({ "moderation.verdict", "social-moderation.verdict", "message-moderation.verdict" })
record PostJudged(@JsonIgnore String type, @JsonUnwrapped ContentReference content, long contentVersion,
		Verdict verdict, String engine, @OptionalValue @Nullable String policy, long policyVersion,
		List<String> reasons, @OptionalValue @Nullable Boolean locks) implements ContentEvent {

	static PostJudged of(PostLocation location, ContentRevision contentRevision, Judgement judgement) {
		var content = ContentReference.of(location.post(), location.thread());
		return new PostJudged(content.type("moderation.verdict"), content, contentRevision.post(), judgement.verdict(),
				judgement.engine(), judgement.policy(), judgement.policyVersion(), judgement.reasons(),
				judgement.locks());
	}

	@Override
	public String subject() {
		return this.content.id();
	}

}
