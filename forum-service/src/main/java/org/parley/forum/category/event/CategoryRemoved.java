package org.parley.forum.category.event;

import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A category was removed.
 *
 * @param category the category
 * @param by the administrator
 */
@Publishes("category.removed")
public record CategoryRemoved(CategoryRef category, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

}
