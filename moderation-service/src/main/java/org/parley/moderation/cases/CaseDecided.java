package org.parley.moderation.cases;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.security.category.Audience;

/**
 * A moderator has decided a case.
 *
 * @param caseId which case
 * @param post about which post
 * @param thread where
 * @param contentVersion which version of the post the moderator saw
 * @param decision what
 * @param note for the author
 * @param until when a ban ends; absent when it does not
 * @param by who decided
 * @param authority the highest role that their token covered
 * @param decidedAt when
 */
@Publishes("case.decided")
public record CaseDecided(String caseId, ModeratedPostReference post, ModeratedThreadReference thread,
		long contentVersion, Decision decision, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until, AuthorReference by, String authority,
		Instant decidedAt) implements ParleyEvent {

	static CaseDecided of(ModerationCase one, ModerationCase.Ruling ruling, Audience authority) {
		var grounds = one.grounds();
		return new CaseDecided(one.id(), grounds.post(), grounds.thread(), grounds.revision().post(), ruling.decision(),
				ruling.note(), ruling.until(), ruling.by(), authority.role(), ruling.at());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
