package org.parley.platform.events.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that this service keeps of people.
 *
 * @param byName in the order of the names
 */
record PersonalDataKinds(Map<String, PersonalData> byName) {

	static PersonalDataKinds of(Collection<PersonalData> all) {
		return new PersonalDataKinds(
				new TreeMap<>(all.stream().collect(Collectors.toMap(PersonalData::kind, Function.identity()))));
	}

	List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	/** One that another version knew may be gone. */
	Optional<PersonalData> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
