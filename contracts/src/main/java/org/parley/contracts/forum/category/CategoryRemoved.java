package org.parley.contracts.forum.category;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.CategoryReference;

/**
 * A category was removed. Its id is never used again.
 *
 * @param by the administrator
 */
@Publishes("category.removed")
public record CategoryRemoved(CategoryReference category, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.category.id();
	}

}
