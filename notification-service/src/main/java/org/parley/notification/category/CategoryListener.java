package org.parley.notification.category;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears who may read which category. */
@Listens("notifications")
class CategoryListener {

	private final Categories categories;

	CategoryListener(Categories categories) {
		this.categories = categories;
	}

	@Hears({ "category.created", "category.changed", "category.snapshot" })
	void on(Told told) {
		var category = told.category();
		this.categories.learn(new Category(category.id(), category.readers(), false, category.version()));
	}

	@Hears("category.removed")
	void on(Removed removed) {
		this.categories.forget(removed.category().id());
	}

	/** A category as it is now. */
	record Told(Rights category) {
	}

	/** Who at least may read it, at a version. */
	record Rights(String id, Audience readers, long version) {
	}

	/** A category is gone. */
	record Removed(Reference category) {
	}

	/** Which one. */
	record Reference(String id) {
	}

}
