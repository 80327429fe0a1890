package org.parley.auth.signin.admission.invitation;

import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists unexpired invitations, newest first, used-up ones included. */
@Component
class InvitationList {

	private final MongoOperations mongo;

	InvitationList(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Paged<InvitationView> own(String inviter, PageQuery request) {
		return page(new Query(Criteria.where("invitedBy").is(inviter)), request);
	}

	Paged<InvitationView> all(PageQuery request) {
		return page(new Query(), request);
	}

	private Paged<InvitationView> page(Query query, PageQuery request) {
		return new NewestFirst(request).find(this.mongo, query, Invitation.class, Invitation::id)
			.map(InvitationView::of);
	}

}
