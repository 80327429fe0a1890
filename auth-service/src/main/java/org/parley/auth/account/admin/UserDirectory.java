package org.parley.auth.account.admin;

import java.util.ArrayList;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
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
		var from = (query.cursor() != null) ? Cursor.parse(query.cursor(), query.sort(), 1) : null;
		var found = this.mongo.find(query(query, from), User.class).stream().map(UserAdminView::of).toList();
		return Paged.walk(found, from, query.size(), query.sort(), (user) -> new Object[] { sortKey(user, query) });
	}

	private static Query query(UserQuery query, @Nullable Cursor from) {
		var criteria = new ArrayList<Criteria>();
		if (query.role() != null) {
			criteria.add(Criteria.where("role").is(Role.of(query.role())));
		}
		if (query.q() != null) {
			var start = query.q().toLowerCase(Locale.ROOT);
			criteria.add(Criteria.where(query.sort()).gte(start).lt(start + '\uffff'));
		}
		var back = from != null && from.backwards();
		if (from != null) {
			var beyond = Criteria.where(query.sort());
			criteria.add(back ? beyond.lt(from.text(0)) : beyond.gt(from.text(0)));
		}
		return (criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria)))
			.with(Sort.by(back ? Sort.Direction.DESC : Sort.Direction.ASC, query.sort()))
			.limit(Limit.of(query.size() + 1));
	}

	private static String sortKey(UserAdminView user, UserQuery query) {
		return (query.isByAddress() ? user.email() : user.username()).toLowerCase(Locale.ROOT);
	}

}
