package org.parley.contracts.moderation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

/**
 * A moderator has decided a case.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the version of the content that the moderator saw; null in older
 * events
 * @param decision null if this version does not know it
 * @param note a note for the author
 * @param until when a ban ends; absent for a permanent ban
 * @param text the new text of an edit; absent for other decisions
 * @param by the moderator
 * @param authority the highest role that the moderator's token covered; null in older
 * events, when only moderators decided
 * @param decidedAt when the moderator decided
 * @param version that of the case; null in older events
 */
@Publishes({ "case.decided", "social-case.decided", "message-case.decided" })
public record CaseDecided(@EventType String type, String caseId, @JsonUnwrapped ContentReference content,
		@OptionalValue @Nullable Long contentVersion,
		@JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable Decision decision,
		@OptionalValue @Nullable String note, @OptionalValue @Nullable Instant until,
		@OptionalValue @Nullable String text, PersonReference by, @OptionalValue @Nullable String authority,
		Instant decidedAt, @OptionalValue @Nullable Long version) implements ContentEvent {

	/** The version that the moderator saw; in older events any. */
	public long seen() {
		return (this.contentVersion != null) ? this.contentVersion : Long.MAX_VALUE;
	}

	@Override
	public String subject() {
		return this.caseId;
	}

}
