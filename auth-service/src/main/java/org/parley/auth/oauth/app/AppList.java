package org.parley.auth.oauth.app;

import java.time.InstantSource;

import org.parley.auth.oauth.client.OAuthClient;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists apps, newest first, without removed ones. */
@Component
class AppList {

	private final MongoOperations mongo;

	private final InstantSource clock;

	AppList(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** One page of the apps. */
	Paged<OwnedAppView> page(AppQuery request) {
		var criteria = Criteria.where("state").ne("REMOVED");
		if (request.owner() != null) {
			criteria.and("owner").is(request.owner());
		}
		var now = this.clock.instant();
		return new NewestFirst(request).find(this.mongo, new Query(criteria), OAuthClient.class, OAuthClient::id)
			.map((app) -> OwnedAppView.of(app, now));
	}

}
