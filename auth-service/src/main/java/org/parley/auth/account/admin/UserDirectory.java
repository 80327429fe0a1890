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

/** Lists accounts in the order of their names or addresses, which the indexes have. */
@Component
class UserDirectory {

	private final MongoOperations mongo;

	UserDirectory(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** One page of accounts. */
	Paged<UserAdminView> list(UserQuery wish) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), wish.sort(), 1) : null;
		var found = this.mongo.find(query(wish, from), User.class).stream().map(UserAdminView::of).toList();
		return Paged.walk(found, from, wish.size(), wish.sort(), (user) -> new Object[] { edge(user, wish) });
	}

	private static Query query(UserQuery wish, @Nullable Cursor from) {
		var criteria = new ArrayList<Criteria>();
		if (wish.role() != null) {
			criteria.add(Criteria.where("role").is(Role.of(wish.role())));
		}
		if (wish.q() != null) {
			var start = wish.q().toLowerCase(Locale.ROOT);
			criteria.add(Criteria.where(wish.sort()).gte(start).lt(start + '\uffff'));
		}
		var back = from != null && from.backwards();
		if (from != null) {
			var beyond = Criteria.where(wish.sort());
			criteria.add(back ? beyond.lt(from.text(0)) : beyond.gt(from.text(0)));
		}
		return (criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria)))
			.with(Sort.by(back ? Sort.Direction.DESC : Sort.Direction.ASC, wish.sort()))
			.limit(Limit.of(wish.size() + 1));
	}

	private static String edge(UserAdminView user, UserQuery wish) {
		return (wish.byAddress() ? user.email() : user.username()).toLowerCase(Locale.ROOT);
	}

}
