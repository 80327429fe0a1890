package org.parley.notification.category;

import java.util.Map;
import java.util.Optional;

import org.parley.platform.readmodels.category.Rights;

/** The read access of all known categories at one moment. */
public record CategoryRights(Map<String, NotificationCategory> byId) {

	/** Whether rights allow to read a category; empty when the category is unknown. */
	public Optional<Boolean> mayRead(String id, Rights rights) {
		return Optional.ofNullable(this.byId.get(id)).map((category) -> category.isReadableBy(rights));
	}

}
