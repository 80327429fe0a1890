package org.parley.forum.category.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A category was created or changed.
 *
 * @param type {@code category.created} or {@code category.changed}
 * @param category the current state
 * @param by the administrator
 * @param readersBefore the lowest role that could read before; absent if it is the same
 */
@Publishes({ "category.created", "category.changed" })
public record CategoryEvent(@JsonIgnore String type, CategoryData category, PersonReference by,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String readersBefore) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

}
