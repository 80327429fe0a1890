package org.parley.auth.account.admin;

import java.util.ArrayList;

import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists accounts in the order of their usernames or mail addresses. */
@Component
class UserDirectory {

	private final MongoOperations mongo;

	UserDirectory(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Reads one page of accounts. */
	Paged<UserAdminView> list(UserQuery query) {
		var page = new OrderedPage(query, query.sort(), Direction.ASC, query.sort());
		var found = this.mongo.find(page.of(matching(query)), User.class).stream().map(UserAdminView::of).toList();
		return page.page(found, (user) -> sortKey(user, query));
	}

	private static Query matching(UserQuery query) {
		var criteria = new ArrayList<Criteria>();
		if (query.role() != null) {
			criteria.add(Criteria.where("role").is(Role.of(query.role())));
		}
		if (query.q() != null) {
			var start = Users.loginKeyOf(query.q());
			criteria.add(Criteria.where(query.sort()).gte(start).lt(start + '\uffff'));
		}
		return criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria));
	}

	private static String sortKey(UserAdminView user, UserQuery query) {
		return Users.loginKeyOf(query.isByAddress() ? user.email() : user.username());
	}

}
