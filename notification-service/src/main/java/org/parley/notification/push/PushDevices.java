package org.parley.notification.push;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored devices. */
@Component
class PushDevices {

	private final MongoOperations mongo;

	PushDevices(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** The devices of a user, the oldest first. */
	List<PushDevice> of(String userId) {
		return this.mongo.find(new Query(Criteria.where("userId").is(userId)).with(Sort.by("createdAt")),
				PushDevice.class);
	}

	Optional<PushDevice> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, PushDevice.class));
	}

	void save(PushDevice device) {
		this.mongo.save(device);
	}

	/** Removes a device of a user; one that a user after them has is left alone. */
	boolean remove(String id, String userId) {
		return this.mongo.remove(new Query(Criteria.where("_id").is(id).and("userId").is(userId)), PushDevice.class)
			.getDeletedCount() > 0;
	}

}
