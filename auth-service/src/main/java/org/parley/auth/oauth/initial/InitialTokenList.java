package org.parley.auth.oauth.initial;

import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists unexpired tokens, newest first, used-up ones included. */
@Component
class InitialTokenList {

	private final MongoOperations mongo;

	InitialTokenList(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Paged<InitialTokenView> page(PageQuery request) {
		return new NewestFirst(request).find(this.mongo, new Query(), InitialToken.class, InitialToken::id)
			.map(InitialTokenView::of);
	}

}
