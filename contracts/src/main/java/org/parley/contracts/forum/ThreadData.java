package org.parley.contracts.forum;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;

/**
 * A thread as it is in events.
 *
 * @param tags its tags, at most five
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays at the top of its category
 * @param acceptedAnswer the id of the accepted answer, if any
 * @param version grows with every change except counters
 */
public record ThreadData(String id, String slug, String title, CategoryReference category, PersonReference author,
		List<String> tags, String status, boolean pinned, @OptionalValue @Nullable String acceptedAnswer,
		long version) {

	private static final Set<String> GONE = Set.of("hidden", "removed");

	/** Whether only moderators see the thread. */
	public boolean gone() {
		return GONE.contains(this.status);
	}

	public ThreadReference reference() {
		return new ThreadReference(this.id, this.slug, this.title, this.category, this.author, this.tags);
	}

}
