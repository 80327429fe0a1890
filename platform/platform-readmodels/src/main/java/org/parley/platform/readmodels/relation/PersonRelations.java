package org.parley.platform.readmodels.relation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The blocks and follows that this service knows from events. All queries find documents
 * by their ids.
 */
public class PersonRelations {

	private final MongoOperations mongo;

	PersonRelations(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Stores a relation, unless the same or a newer version of it is stored. Not for use
	 * in a transaction, which a concurrent event would abort.
	 */
	public void save(PersonRelation relation) {
		VersionedUpsert.saveIfNewer(this.mongo, PersonRelation.class, relation.id(), relation.version(),
				Update.update("personId", relation.personId())
					.set("otherId", relation.otherId())
					.set("active", relation.active()));
	}

	/** Returns the given people whom a block separates from a person, either way. */
	public Set<String> separatedFrom(String personId, Collection<String> people) {
		return separatedFromEach(Map.of(personId, people)).getOrDefault(personId, Set.of());
	}

	/**
	 * Returns the same for several people, each with other candidates, with one query.
	 */
	public Map<String, Set<String>> separatedFromEach(Map<String, ? extends Collection<String>> others) {
		var blocks = active(others.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue()
				.stream()
				.flatMap((id) -> Stream.of(PersonRelation.blockId(entry.getKey(), id),
						PersonRelation.blockId(id, entry.getKey())))))
			.toList();
		return others.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
					(entry) -> blocks.stream()
						.filter((block) -> block.connects(entry.getKey()))
						.map((block) -> block.personId().equals(entry.getKey()) ? block.otherId() : block.personId())
						.filter(entry.getValue()::contains)
						.collect(Collectors.toUnmodifiableSet())));
	}

	/** Returns the given people whom a person blocks. */
	public Set<String> blockedBy(String personId, Collection<String> people) {
		return blockedByEach(Map.of(personId, people)).getOrDefault(personId, Set.of());
	}

	/**
	 * Returns the same for several people, each with other candidates, with one query;
	 * those who block nobody are left out.
	 */
	public Map<String, Set<String>> blockedByEach(Map<String, ? extends Collection<String>> others) {
		return active(others.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((id) -> PersonRelation.blockId(entry.getKey(), id))))
			.collect(Collectors.groupingBy(PersonRelation::personId,
					Collectors.mapping(PersonRelation::otherId, Collectors.toUnmodifiableSet())));
	}

	/** Returns the given people who follow a person. */
	public Set<String> followersOf(String personId, Collection<String> people) {
		return active(people.stream().map((id) -> PersonRelation.followId(id, personId))).map(PersonRelation::personId)
			.collect(Collectors.toUnmodifiableSet());
	}

	private Stream<PersonRelation> active(Stream<String> ids) {
		var all = ids.distinct().toList();
		if (all.isEmpty()) {
			return Stream.empty();
		}
		var wanted = Criteria.where("_id").in(all).and("active").is(true);
		return this.mongo.find(new Query(wanted), PersonRelation.class).stream();
	}

}
