package org.parley.auth.oauth.initial;

import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists unexpired tokens, newest first, used-up ones included. */
@Component
class InitialTokenList {

	private static final String SORT = "id";

	private final MongoOperations mongo;

	InitialTokenList(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** One page of the tokens. */
	Paged<InitialTokenView> page(InitialTokenQuery request) {
		var from = (request.cursor() != null) ? Cursor.parse(request.cursor(), SORT, 1) : null;
		var back = from != null && from.backwards();
		var query = new Query();
		if (from != null) {
			var beyond = Criteria.where("_id");
			query.addCriteria(back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0)));
		}
		query.with(Sort.by(back ? Sort.Direction.ASC : Sort.Direction.DESC, "_id")).limit(Limit.of(request.size() + 1));
		var found = this.mongo.find(query, InitialToken.class).stream().map(InitialTokenView::of).toList();
		return Paged.walk(found, from, request.size(), SORT, (token) -> new Object[] { token.id() });
	}

}
