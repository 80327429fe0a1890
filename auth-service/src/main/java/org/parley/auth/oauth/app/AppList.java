package org.parley.auth.oauth.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists apps, newest first, without removed ones. */
@Component
class AppList {

	private static final String SORT = "id";

	private final MongoOperations mongo;

	private final InstantSource clock;

	AppList(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** One page of the apps. */
	Paged<OwnedAppView> page(AppQuery request) {
		var now = this.clock.instant();
		var from = (request.cursor() != null) ? Cursor.parse(request.cursor(), SORT, 1) : null;
		var found = this.mongo.find(query(request, from), OAuthClient.class)
			.stream()
			.map((app) -> OwnedAppView.of(app, now))
			.toList();
		return Paged.walk(found, from, request.size(), SORT, (app) -> new Object[] { app.id() });
	}

	private static Query query(AppQuery request, @Nullable Cursor from) {
		var back = from != null && from.backwards();
		var criteria = new ArrayList<>(List.of(Criteria.where("state").ne("REMOVED")));
		if (request.owner() != null) {
			criteria.add(Criteria.where("owner").is(request.owner()));
		}
		if (from != null) {
			var beyond = Criteria.where("_id");
			criteria.add(back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0)));
		}
		return new Query(new Criteria().andOperator(criteria))
			.with(Sort.by(back ? Sort.Direction.ASC : Sort.Direction.DESC, "_id"))
			.limit(Limit.of(request.size() + 1));
	}

}
