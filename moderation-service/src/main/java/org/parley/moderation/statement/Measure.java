package org.parley.moderation.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.subject.AuthorReference;

/**
 * A decision that restricts a post.
 *
 * @param restriction what follows for the author
 * @param reported whether a reader's report led to the decision
 * @param note the moderator's explanation
 * @param until when a limit or a ban ends or was lifted; null for a permanent ban
 * @param text the text after an edit; null for other decisions
 * @param by the moderator; null if a check decided
 */
public record Measure(Restriction restriction, boolean reported, @Nullable String note, @Nullable Instant until,
		@Nullable String text, @Nullable AuthorReference by) {

	/** The measure against an author that follows from the finding of a check. */
	static List<Measure> of(CaseGrounds.@Nullable CheckFinding finding) {
		var measures = new ArrayList<Measure>();
		if (finding == null) {
			return measures;
		}
		if (finding.verdict() == Verdict.HELD) {
			measures.add(automatic(Restriction.HOLD, null));
		}
		if (finding.verdict() == Verdict.REMOVED) {
			measures.add(automatic(Restriction.REMOVE, null));
		}
		if (finding.locks() != null) {
			measures.add(automatic(Restriction.LOCK, null));
		}
		if (finding.limitedUntil() != null) {
			measures.add(automatic(Restriction.LIMIT, finding.limitedUntil()));
		}
		return measures;
	}

	private static Measure automatic(Restriction restriction, @Nullable Instant until) {
		return new Measure(restriction, false, null, until, null, null);
	}

}
