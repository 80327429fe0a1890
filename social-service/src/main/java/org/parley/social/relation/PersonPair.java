package org.parley.social.relation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Two people, for the order of the changes between them.
 *
 * @param id their ids, sorted
 * @param people their ids
 * @param version increases with every change between them
 */
@Document("person_pairs")
record PersonPair(@Id String id, List<String> people, long version) {

	Stream<Direction> directions() {
		var one = this.people.getFirst();
		var other = this.people.getLast();
		return Stream.of(new Direction(one, other), new Direction(other, one));
	}

	static String id(String one, String other) {
		return Stream.of(one, other).sorted().collect(Collectors.joining(":"));
	}

	/** From one of the two people to the other. */
	record Direction(String from, String to) {

		/** The id of a follow or block in this direction. */
		String id() {
			return this.from + ":" + this.to;
		}

	}

}
