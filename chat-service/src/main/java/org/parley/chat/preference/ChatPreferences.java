package org.parley.chat.preference;

import java.util.Collection;

import org.parley.chat.outage.DatabaseMemory;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored preferences; without one, everyone may write. */
@Component
public class ChatPreferences {

	private final MongoOperations mongo;

	private final DatabaseMemory memory;

	ChatPreferences(MongoOperations mongo, DatabaseMemory memory) {
		this.mongo = mongo;
		this.memory = memory;
	}

	AllowedWriters of(String personId) {
		var stored = this.mongo.findById(personId, ChatPreference.class);
		return (stored != null) ? stored.writers() : AllowedWriters.EVERYONE;
	}

	void save(String personId, AllowedWriters writers) {
		this.mongo.save(new ChatPreference(personId, writers));
	}

	/**
	 * Requires that some people accept messages of others. While the database is away,
	 * the answer is the one of the last ten minutes.
	 * @throws ProblemException 403 {@code chat.not-accepted}
	 */
	public void requireOpen(Collection<String> people) {
		if (people.isEmpty()) {
			return;
		}
		var closed = Criteria.where("_id").in(people).and("writers").ne(AllowedWriters.EVERYONE);
		var writers = this.memory.get(AllowedWriters.class, String.join(",", people),
				() -> this.mongo.exists(new Query(closed), ChatPreference.class) ? AllowedWriters.NOBODY
						: AllowedWriters.EVERYONE);
		if (writers != AllowedWriters.EVERYONE) {
			throw ProblemException.forbidden("chat.not-accepted", "This person does not accept messages from you.");
		}
	}

}
