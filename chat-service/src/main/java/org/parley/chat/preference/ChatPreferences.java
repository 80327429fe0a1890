package org.parley.chat.preference;

import java.util.Collection;
import java.util.List;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored preferences; without one, everyone may write. */
@Component
class ChatPreferences {

	private final MongoOperations mongo;

	ChatPreferences(MongoOperations mongo) {
		this.mongo = mongo;
	}

	AllowedWriters of(String personId) {
		var stored = this.mongo.findById(personId, ChatPreference.class);
		return (stored != null) ? stored.writers() : AllowedWriters.EVERYONE;
	}

	void save(String personId, AllowedWriters writers) {
		this.mongo.save(new ChatPreference(personId, writers));
	}

	/** Returns the preferences of the given people who do not accept everyone. */
	List<ChatPreference> selectiveAmong(Collection<String> people) {
		var selective = Criteria.where("_id").in(people).and("writers").ne(AllowedWriters.EVERYONE);
		return this.mongo.find(new Query(selective), ChatPreference.class);
	}

}
