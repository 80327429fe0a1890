package org.parley.moderation.publiclog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An act of moderation as everybody sees it.
 *
 * @param act what happened
 * @param category the slug of the category
 * @param reasons stable codes, the most severe first
 * @param automated whether a check decided, without a moderator
 * @param reported whether a reader's report led to it
 * @param policyVersion the version of the policy; null without a check
 * @param until when a ban ends
 * @param appealed whether an appeal led to it
 * @param concerns the id of the entry that this one confirms or ends
 * @param at when it happened
 */
record LogEntryView(String id, LoggedAct act, String category, List<String> reasons, boolean automated,
		boolean reported, @Nullable Long policyVersion, @Nullable Instant until, boolean appealed,
		@Nullable String concerns, Instant at) {

	static LogEntryView of(LogEntry entry) {
		return new LogEntryView(entry.id(), entry.act(), entry.category().slug(), entry.reasons(), entry.automated(),
				entry.reported(), entry.policyVersion(), entry.until(), entry.appealed(), entry.concerns(), entry.at());
	}

	/** One line for feeds. */
	String summary() {
		return this.act.json() + " in " + this.category + (this.automated ? ", by a check" : "")
				+ (this.reported ? ", after a report" : "") + (this.appealed ? ", after an appeal" : "")
				+ (this.reasons.isEmpty() ? "" : ": " + String.join(", ", this.reasons));
	}

}
