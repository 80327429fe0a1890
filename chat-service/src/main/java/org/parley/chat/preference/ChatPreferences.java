package org.parley.chat.preference;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored preferences; without one, everyone may write and sees what is read. */
@Component
public class ChatPreferences {

	private final MongoOperations mongo;

	ChatPreferences(MongoOperations mongo) {
		this.mongo = mongo;
	}

	ChatPreference of(String personId) {
		var stored = this.mongo.findById(personId, ChatPreference.class);
		return (stored != null) ? stored : ChatPreference.none(personId);
	}

	/**
	 * Sets the preferences of a person.
	 * @param hidesReading unchanged if it is null
	 * @return the preferences after the change
	 */
	ChatPreference set(String personId, AllowedWriters writers, @Nullable Boolean hidesReading) {
		var change = Update.update("writers", writers);
		if (hidesReading != null) {
			change.set("hidesReading", hidesReading);
		}
		return Objects.requireNonNull(this.mongo.findAndModify(new Query(Criteria.where("_id").is(personId)), change,
				FindAndModifyOptions.options().upsert(true).returnNew(true), ChatPreference.class));
	}

	/** Returns those of the given people who hide how far they have read. */
	public Set<String> hidingReadingAmong(Collection<String> people) {
		var hiding = Criteria.where("_id").in(people).and("hidesReading").is(true);
		return this.mongo.find(new Query(hiding), ChatPreference.class)
			.stream()
			.map(ChatPreference::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns the preferences of the given people who do not accept everyone. */
	List<ChatPreference> selectiveAmong(Collection<String> people) {
		var selective = Criteria.where("_id").in(people).and("writers").ne(AllowedWriters.EVERYONE);
		return this.mongo.find(new Query(selective), ChatPreference.class);
	}

}
