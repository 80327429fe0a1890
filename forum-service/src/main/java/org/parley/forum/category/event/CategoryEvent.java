package org.parley.forum.category.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A category was created or changed.
 *
 * @param type {@code category.created} or {@code category.changed}
 * @param category the current state
 * @param by the administrator
 */
@Publishes({ "category.created", "category.changed" })
public record CategoryEvent(@JsonIgnore String type, CategoryData category, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

	@Override
	public String partitionKey() {
		return this.category.id();
	}

}
