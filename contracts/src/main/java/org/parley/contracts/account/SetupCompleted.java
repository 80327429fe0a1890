package org.parley.contracts.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A new installation has been set up.
 *
 * @param categories the first categories, in order
 * @param by the first administrator
 */
@Publishes("setup.completed")
public record SetupCompleted(Forum forum, List<Category> categories, PersonReference by) implements ParleyEvent {

	/** The administrator, so that the event follows those of their account. */
	@Override
	public String subject() {
		return this.by.id();
	}

	/**
	 * The forum.
	 *
	 * @param language of its first threads, a BCP 47 tag; null for English
	 */
	public record Forum(String name, @OptionalValue @Nullable String language) {
	}

	/**
	 * A category to create.
	 *
	 * @param description its description; null if there is none
	 * @param colour its colour as {@code #rrggbb}; null for grey
	 */
	public record Category(String slug, String name, @OptionalValue @Nullable String description,
			@OptionalValue @Nullable String colour) {
	}

}
