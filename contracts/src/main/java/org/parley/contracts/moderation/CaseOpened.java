package org.parley.contracts.moderation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;

/**
 * A check or a report has opened a case.
 *
 * @param content the content, with the fields of its kind
 * @param source {@code report} for a reader's report, else {@code automatic}; null in
 * older events
 * @param reasons stable codes
 * @param version that of the case, which can open again; null in older events
 */
@Publishes({ "case.opened", "social-case.opened", "message-case.opened" })
public record CaseOpened(@EventType String type, String caseId, @JsonUnwrapped ContentReference content,
		@OptionalValue @Nullable String source, List<String> reasons, Instant openedAt,
		@OptionalValue @Nullable Long version) implements ContentEvent {

	@Override
	public String subject() {
		return this.caseId;
	}

}
