package org.parley.auth.signin.admission.invitation;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
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

	private final Users users;

	InvitationList(MongoOperations mongo, Users users) {
		this.mongo = mongo;
		this.users = users;
	}

	Paged<InvitationView> own(String inviter, PageQuery request) {
		return page(new Query(Criteria.where("invitedBy").is(inviter)), request).map(InvitationView::of);
	}

	Paged<InvitationView> all(PageQuery request) {
		var page = page(new Query(), request);
		var inviters = this.users.findAllById(page.data().stream().map(Invitation::invitedBy).distinct().toList());
		var names = StreamSupport.stream(inviters.spliterator(), false)
			.collect(Collectors.toMap(User::id, User::username));
		return page.map((invitation) -> InvitationView.of(invitation, names.get(invitation.invitedBy()), null));
	}

	private Paged<Invitation> page(Query query, PageQuery request) {
		return new NewestFirst(request).find(this.mongo, query, Invitation.class, Invitation::id);
	}

}
