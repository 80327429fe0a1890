package org.parley.contracts.forum.category;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.CategoryData;

/**
 * A category was created or changed, or its current state was requested.
 *
 * @param type {@code category.created}, {@code category.changed} or
 * {@code category.snapshot}
 * @param category the current state
 * @param by the administrator; null in a snapshot
 * @param readersBefore the lowest role that could read before; null if it is the same
 */
@Publishes({ "category.created", "category.changed", "category.snapshot" })
public record CategoryChanged(@EventType String type, CategoryData category,
		@OptionalValue @Nullable PersonReference by,
		@OptionalValue @Nullable String readersBefore) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

}
