package org.parley.platform.privacy.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.outbox.OutboxRecord;
import org.parley.platform.messaging.outbox.OutboxRecord.State;
import org.parley.platform.privacy.PersonalData;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in parked and held events. Erasure deletes events about the person
 * and removes the name from all others. Ready events are sent shortly, and their
 * consumers remove the name.
 */
class ParkedEventPersonalData implements PersonalData {

	private final MongoOperations mongo;

	ParkedEventPersonalData(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public String kind() {
		return "parked-events";
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return List.of();
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var query = (after != null) ? new Query(Criteria.where("_id").gt(after)) : new Query();
		var records = this.mongo.find(query.with(Sort.by("_id")).limit(Limit.of(limit)), OutboxRecord.class);
		var count = records.stream().filter((kept) -> erase(kept, person)).count();
		return (records.size() < limit) ? Step.end(count) : new Step(count, records.getLast().id());
	}

	private boolean erase(OutboxRecord kept, String person) {
		if (kept.state() == State.WAITING || !kept.envelope().contains(person)) {
			return false;
		}
		var scrubbed = ErasedUserScrubber.scrubbed(kept.envelope(), person);
		if (scrubbed.isEmpty()) {
			this.mongo.remove(kept);
			return true;
		}
		if (scrubbed.get().equals(kept.envelope())) {
			return false;
		}
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(kept.id())),
				Update.update("envelope", scrubbed.get()), OutboxRecord.class);
		return true;
	}

}
