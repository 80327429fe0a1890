package org.parley.moderation.cases.review;

import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.Cases.CaseQuery;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.category.ModerationScope;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/** Shows cases to moderators, with signed addresses of the reported media. */
@Component
class CaseViews {

	private final Cases cases;

	private final MediaAddresses addresses;

	CaseViews(Cases cases, MediaAddresses addresses) {
		this.cases = cases;
		this.addresses = addresses;
	}

	Paged<CaseView> page(CaseQuery query, ModerationScope scope) {
		var page = this.cases.findPage(query, scope);
		return new Paged<>(page.data().stream().map(CaseView::listed).toList(), page.meta());
	}

	CaseView of(ModerationCase source, String moderatorId) {
		return CaseView.of(source, this.cases.countWarnings(source.author().id()),
				CaseEvidence.of(source, moderatorId, this.addresses));
	}

}
