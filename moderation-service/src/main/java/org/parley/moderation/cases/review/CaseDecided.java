package org.parley.moderation.cases.review;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;
import org.parley.platform.readmodels.category.Audience;

/**
 * A moderator has decided a case.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the version of the post that the moderator saw
 * @param note a note for the author
 * @param until when a ban ends; absent for a permanent ban
 * @param text the new text of an edit; absent for other decisions
 * @param by the moderator
 * @param authority the highest role that the moderator's token covered
 * @param decidedAt when the moderator decided
 */
@Publishes({ "case.decided", "social-case.decided", "message-case.decided" })
public record CaseDecided(@JsonIgnore String type, String caseId, @JsonUnwrapped ContentReference content,
		long contentVersion, Decision decision, @OptionalValue @Nullable String note,
		@OptionalValue @Nullable Instant until, @OptionalValue @Nullable String text, AuthorReference by,
		String authority, Instant decidedAt) implements ContentEvent {

	static CaseDecided of(ModerationCase decided, ModerationCase.Ruling ruling, Audience authority) {
		var content = decided.content();
		return new CaseDecided(content.type("case.decided"), decided.id(), content, decided.contentVersion(),
				ruling.decision(), ruling.note(), ruling.until(), ruling.text(), ruling.by(), authority.role(),
				ruling.at());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

}
