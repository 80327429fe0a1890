package org.parley.auth.oauth.app;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
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

	Paged<OwnedAppView> page(AppQuery request) {
		var criteria = Criteria.where("state").ne("REMOVED");
		if (request.owner() != null) {
			criteria.and("owner").is(request.owner());
		}
		var now = this.clock.instant();
		return new NewestFirst(request).find(this.mongo, new Query(criteria), OAuthClient.class, OAuthClient::id)
			.map((app) -> OwnedAppView.of(app, now));
	}

	/** Filter and page of the apps to list. */
	record AppQuery(
			@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
					message = "must be an id") @Nullable String owner,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
