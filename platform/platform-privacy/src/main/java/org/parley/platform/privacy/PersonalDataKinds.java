package org.parley.platform.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All kinds of personal data in this service.
 *
 * @param byName sorted by name
 */
public record PersonalDataKinds(Map<String, PersonalData> byName) {

	public static PersonalDataKinds of(Collection<PersonalData> all) {
		return new PersonalDataKinds(
				new TreeMap<>(all.stream().collect(Collectors.toMap(PersonalData::kind, Function.identity()))));
	}

	public List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	/** Finds a kind; empty when another version of the service had it. */
	public Optional<PersonalData> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
