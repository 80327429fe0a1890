package org.parley.forum.category.event;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * The current state of a category.
 *
 * @param category the category
 */
@Publishes("category.snapshot")
public record CategorySnapshot(CategoryData category) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

}
