package org.parley.social.opening;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.MongoDueRecords;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored opened places. */
@Component
class OpenedPlaces extends MongoDueRecords<OpenedPlace> {

	private static final Duration RETRY_DELAY = Duration.ofSeconds(30);

	private final MongoOperations mongo;

	private final InstantSource clock;

	OpenedPlaces(MongoOperations mongo, InstantSource clock) {
		super(mongo, OpenedPlace.class, "dueAt", clock);
		this.mongo = mongo;
		this.clock = clock;
	}

	Optional<OpenedPlace> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, OpenedPlace.class));
	}

	/** Stores a place, or replaces its progress. */
	void save(OpenedPlace place) {
		this.mongo.save(place);
	}

	void end(OpenedPlace place) {
		this.mongo.remove(place);
	}

	@Override
	public void postpone(OpenedPlace due) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(due.id()).and("dueAt").is(due.dueAt())),
				Update.update("dueAt", this.clock.instant().plus(RETRY_DELAY)), OpenedPlace.class);
	}

}
