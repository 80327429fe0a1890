package org.parley.notification.category;

import java.util.Map;
import java.util.Optional;

import org.parley.platform.readmodels.category.Audience;

/** The read access of all known categories at one moment. */
public record CategoryRights(Map<String, NotificationCategory> byId) {

	/** Whether an audience may read a category; empty when the category is unknown. */
	public Optional<Boolean> mayRead(String id, Audience audience) {
		return Optional.ofNullable(this.byId.get(id)).map((category) -> category.isReadableBy(audience));
	}

}
