package org.parley.contracts.forum;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalList;
import org.parley.contracts.OptionalValue;

/**
 * A category as it is in events.
 *
 * @param order the sort key among all categories, ascending
 * @param colour the colour as {@code #rrggbb}
 * @param readers the lowest role that may read; {@code anyone} includes guests
 * @param posters the lowest role that may post
 * @param moderators the ids of the appointed moderators; null in older events
 * @param readerGroups the ids of the groups that may read, too
 * @param posterGroups the ids of the groups that may post, too
 * @param version increases with every change
 */
public record CategoryData(String id, String slug, String name, String description, int order, @Nullable String colour,
		String readers, String posters, @OptionalValue @Nullable List<String> moderators,
		@OptionalList List<String> readerGroups, @OptionalList List<String> posterGroups, long version) {
}
