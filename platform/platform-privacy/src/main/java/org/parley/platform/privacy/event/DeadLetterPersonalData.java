package org.parley.platform.privacy.event;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.deadletter.DeadLetter;
import org.parley.platform.privacy.PersonalData;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in dead letters. Erasure deletes letters about the person and removes
 * the name from all others. It reads all letters, since there are few.
 */
class DeadLetterPersonalData implements PersonalData {

	private final MongoOperations mongo;

	DeadLetterPersonalData(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public String kind() {
		return "dead-letters";
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return List.of();
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var query = (after != null) ? new Query(Criteria.where("_id").gt(after)) : new Query();
		var letters = this.mongo.find(query.with(Sort.by("_id")).limit(Limit.of(limit)), DeadLetter.class);
		var count = letters.stream().filter((letter) -> erase(letter, person)).count();
		return (letters.size() < limit) ? Step.end(count) : new Step(count, letters.getLast().id());
	}

	private boolean erase(DeadLetter letter, String person) {
		var text = new String(letter.body().getData(), StandardCharsets.UTF_8);
		if (!text.contains(person)) {
			return false;
		}
		var scrubbed = ErasedUserScrubber.scrubbed(text, person);
		if (scrubbed.isEmpty()) {
			this.mongo.remove(letter);
			return true;
		}
		if (scrubbed.get().equals(text)) {
			return false;
		}
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(letter.id()).and("revision").is(letter.revision())),
				Update.update("body", new Binary(scrubbed.get().getBytes(StandardCharsets.UTF_8))), DeadLetter.class);
		return true;
	}

}
