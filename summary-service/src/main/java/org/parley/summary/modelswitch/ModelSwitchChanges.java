package org.parley.summary.modelswitch;

import java.time.Instant;

import org.parley.platform.domain.Ids;
import org.parley.platform.web.paging.NewestFirst;
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

}
