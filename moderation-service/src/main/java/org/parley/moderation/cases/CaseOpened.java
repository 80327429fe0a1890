package org.parley.moderation.cases;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.contracts.Publishes;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;

/**
 * A check or a report has opened a case.
 *
 * @param content the content, with the fields of its kind
 * @param source {@code report} for a reader's report, else {@code automatic}
 * @param reasons stable codes
 */
@Publishes({ "case.opened", "social-case.opened", "message-case.opened" })
public record CaseOpened(@JsonIgnore String type, String caseId, @JsonUnwrapped ContentReference content, String source,
		List<String> reasons, Instant openedAt) implements ContentEvent {

	public static CaseOpened of(ModerationCase opened) {
		var content = opened.content();
		return new CaseOpened(content.type("case.opened"), opened.id(), content, opened.source(), opened.reasons(),
				opened.openedAt());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

}
