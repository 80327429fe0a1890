package org.parley.forum.category;

import org.parley.platform.events.ParleyEvent;

/**
 * A category as it is now.
 *
 * @param category in full
 */
record CategorySnapshot(CategoryData category) implements ParleyEvent {

	@Override
	public String type() {
		return "category.snapshot";
	}

	@Override
	public String subject() {
		return this.category.id();
	}

	@Override
	public String partitionKey() {
		return this.category.id();
	}

}
