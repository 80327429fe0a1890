package org.parley.moderation.statement;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;

/**
 * An author's appeal against a decision.
 *
 * @param text the author's reasons
 * @param answer the answer; null while the appeal is open
 */
public record Appeal(String id, String text, Instant filedAt, Instant answerBy, AppealStatus status,
		@Nullable Answer answer) {

	static Appeal open(String text, Instant now, Duration answerWithin) {
		return new Appeal(Ids.next(), text, now, now.plus(answerWithin), AppealStatus.OPEN, null);
	}

	Appeal answered(AppealStatus outcome, @Nullable Answer given) {
		return new Appeal(this.id, this.text, this.filedAt, this.answerBy, outcome, given);
	}

	/**
	 * The answer to an appeal.
	 *
	 * @param note the note for the author
	 * @param by the moderator
	 */
	public record Answer(@Nullable String note, AuthorReference by, Instant at) {
	}

}
