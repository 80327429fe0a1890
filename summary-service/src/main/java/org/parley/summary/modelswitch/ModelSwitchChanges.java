package org.parley.summary.modelswitch;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.summary.discussion.thread.SummaryPerson;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores the audit of switches. Entries are part of the caller's transaction. */
@Component
class ModelSwitchChanges {

	private final MongoOperations mongo;

	ModelSwitchChanges(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Records an act of an administrator. */
	void record(ModelSwitch changed, SummaryPerson by, Instant at) {
		this.mongo.insert(new ModelSwitchChange(Ids.next(), changed.category(), changed.enabled(), by, at));
	}

	/** Finds a page of the entries, newest first. */
	Paged<ModelSwitchChange> findPage(ModelSwitchChangeQuery query) {
		var criteria = (query.category() != null) ? Criteria.where("category").is(query.category()) : new Criteria();
		return new NewestFirst(query).find(this.mongo, new Query(criteria), ModelSwitchChange.class,
				ModelSwitchChange::id);
	}

	/**
	 * The query parameters of the audit of switches.
	 *
	 * @param limit the size of the page; 20 by default
	 */
	record ModelSwitchChangeQuery(
			@Parameter(description = "Only changes in the category with this id",
					example = "01KAG2W0K2M4N6P8Q0R2S4T6V8") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
							message = "must be an id") @Nullable String category,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
