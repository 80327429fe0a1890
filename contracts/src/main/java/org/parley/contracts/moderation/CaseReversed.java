package org.parley.contracts.moderation;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

/**
 * A moderator has reversed the decision of a case; its effects must be undone.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the version of the content that the decision was about; null in
 * older events
 * @param decision the reversed decision; null if this version does not know it
 * @param note a note for the author
 * @param text the text that a reversed edit replaced; absent for other decisions
 * @param by the moderator who reversed it
 * @param authority the highest role that the moderator's token covered
 * @param reversedAt when the decision was reversed
 */
@Publishes({ "case.reversed", "social-case.reversed", "message-case.reversed" })
public record CaseReversed(@EventType String type, String caseId, @JsonUnwrapped ContentReference content,
		@OptionalValue @Nullable Long contentVersion,
		@JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable Decision decision,
		@OptionalValue @Nullable String note, @OptionalValue @Nullable String text, PersonReference by,
		String authority, Instant reversedAt) implements ContentEvent {

	/** The version that the decision was about. An older event without it is refused. */
	public long seen() {
		return Objects.requireNonNull(this.contentVersion);
	}

	@Override
	public String subject() {
		return this.caseId;
	}

}
