package org.parley.contracts.moderation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.contracts.EventType;
import org.parley.contracts.Publishes;

/**
 * A case needs no decision any more, because its content is gone or clean. It can open
 * again.
 *
 * @param content the content, with the fields of its kind
 * @param version that of the case
 */
@Publishes({ "case.withdrawn", "social-case.withdrawn", "message-case.withdrawn" })
public record CaseWithdrawn(@EventType String type, String caseId, @JsonUnwrapped ContentReference content,
		long version) implements ContentEvent {

	@Override
	public String subject() {
		return this.caseId;
	}

}
