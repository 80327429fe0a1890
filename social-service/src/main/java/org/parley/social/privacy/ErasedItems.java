package org.parley.social.privacy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.privacy.PersonalData;

/**
 * Data whose erasure changes other data too. Deleted items are not found again, so every
 * page is the first one.
 *
 * @param stored the stored items
 * @param erase erases up to a number of items of a person and returns how many
 */
record ErasedItems(PersonalData stored, Erasure erase) implements PersonalData {

	@Override
	public String kind() {
		return this.stored.kind();
	}

	@Override
	public List<PersonalData.Piece> show(String person, @Nullable String after, int limit) {
		return this.stored.show(person, after, limit);
	}

	@Override
	public PersonalData.Step erase(String person, @Nullable String after, int limit) {
		var count = this.erase.erase(person, limit);
		return (count < limit) ? PersonalData.Step.end(count) : new PersonalData.Step(count, person);
	}

	/** Erases items. */
	interface Erasure {

		int erase(String person, int limit);

	}

}
