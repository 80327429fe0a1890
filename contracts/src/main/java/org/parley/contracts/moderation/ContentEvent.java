package org.parley.contracts.moderation;

import org.parley.contracts.ParleyEvent;

/** An event about content, ordered with those of its thread, conversation or post. */
public sealed interface ContentEvent extends ParleyEvent permits PostJudged, CaseOpened, CaseDecided, CaseWithdrawn,
		CaseReversed, StatementIssued, StatementLifted, AppealFiled, AppealDecided {

	ContentReference content();

	@Override
	default String partitionKey() {
		return content().placeId();
	}

}
