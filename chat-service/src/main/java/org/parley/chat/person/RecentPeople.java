package org.parley.chat.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.recent.RecentChanges;
import org.parley.chat.recent.RecentEffect;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentEntry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** The people who were shown or have written recently, in Redis. */
@Component
public class RecentPeople {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PERSON = "person:";

	private final RecentEntries entries;

	private final RecentChanges changes;

	private final DatabaseWatch watch;

	RecentPeople(RecentEntries entries, RecentChanges changes, DatabaseWatch watch) {
		this.entries = entries;
		this.changes = changes;
		this.watch = watch;
	}

	/** Announces the erasure of a person in the current transaction. */
	public void erase(String personId) {
		this.changes.change(PERSON + personId, RecentEffect.wipe());
	}

	/** Runs a change of a person. */
	void change(String personId, Runnable change) {
		this.changes.around(PERSON + personId, change);
	}

	/** Finds people whom Redis knows, by id. */
	Map<String, ChatPerson> known(Set<String> ids) {
		return people(read(ids));
	}

	/** Finds people, by id; those whom Redis does not know in the database. */
	Map<String, ChatPerson> find(Set<String> ids, Function<Set<String>, Map<String, ChatPerson>> database) {
		var entries = read(ids);
		var people = people(entries);
		var unknown = new HashSet<>(ids);
		unknown.removeAll(people.keySet());
		if (!unknown.isEmpty()) {
			this.watch.requireUsable();
			var found = database.apply(unknown);
			found.forEach((id, person) -> this.entries.fillAbout(Objects.requireNonNull(entries.get(id)),
					JSON.writeValueAsString(person)));
			people.putAll(found);
		}
		return people;
	}

	private Map<String, RecentEntry> read(Set<String> ids) {
		return this.entries.read(ids.stream().map(PERSON::concat).toList())
			.stream()
			.collect(Collectors.toMap((entry) -> entry.subject().substring(PERSON.length()), Function.identity()));
	}

	private static Map<String, ChatPerson> people(Map<String, RecentEntry> entries) {
		var people = new HashMap<String, ChatPerson>();
		entries.forEach((id, entry) -> entry.description()
			.ifPresent((json) -> people.put(id, JSON.readValue(json, ChatPerson.class))));
		return people;
	}

}
