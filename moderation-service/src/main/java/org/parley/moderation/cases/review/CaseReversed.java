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
 * A moderator has reversed the decision of a case; its effects must be undone.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the version of the post that the decision was about
 * @param decision the reversed decision
 * @param note a note for the author
 * @param text the text that a reversed edit replaced; absent for other decisions
 * @param by the moderator who reversed it
 * @param authority the highest role that the moderator's token covered
 * @param reversedAt when the decision was reversed
 */
@Publishes({ "case.reversed", "social-case.reversed", "message-case.reversed" })
record CaseReversed(@JsonIgnore String type, String caseId, @JsonUnwrapped ContentReference content,
		long contentVersion, Decision decision, @OptionalValue @Nullable String note,
		@OptionalValue @Nullable String text, AuthorReference by, String authority,
		Instant reversedAt) implements ContentEvent {

	static CaseReversed of(ModerationCase reversed, ModerationCase.Ruling ruling, ModerationCase.Reversal reversal,
			Audience authority) {
		var content = reversed.content();
		return new CaseReversed(content.type("case.reversed"), reversed.id(), content, reversed.contentVersion(),
				ruling.decision(), reversal.note(), (ruling.text() != null) ? reversed.text() : null, reversal.by(),
				authority.role(), reversal.at());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

}
