package org.parley.contracts.forum;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;

/**
 * A thread as named in events.
 *
 * @param tags its tags, at most five; null if the publisher does not know them
 */
public record ThreadReference(String id, String slug, String title, CategoryReference category, PersonReference author,
		@OptionalValue @Nullable List<String> tags) {
}
