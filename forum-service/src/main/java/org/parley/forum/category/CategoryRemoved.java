package org.parley.forum.category;

import org.parley.forum.member.Signature;
import org.parley.platform.events.ParleyEvent;

/**
 * A category is gone.
 *
 * @param category which one
 * @param by who removed it
 */
record CategoryRemoved(CategoryReference category, Signature by) implements ParleyEvent {

	@Override
	public String type() {
		return "category.removed";
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
