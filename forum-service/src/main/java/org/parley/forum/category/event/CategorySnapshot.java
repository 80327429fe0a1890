package org.parley.forum.category.event;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

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
