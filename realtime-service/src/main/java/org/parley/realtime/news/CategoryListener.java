package org.parley.realtime.news;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.rights.RemovedCategory;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.rights.ToldCategory;
import org.parley.realtime.room.ShowingOut;

/** Hears who may read categories, and shows out who may not any more. */
@Listens(value = "realtime", repeatable = true)
class CategoryListener {

	private final Rights rights;

	private final ShowingOut showingOut;

	CategoryListener(Rights rights, ShowingOut showingOut) {
		this.rights = rights;
		this.showingOut = showingOut;
	}

	@Hears({ "category.created", "category.changed" })
	void onChanged(ToldCategory told) {
		this.rights.learn(told);
		this.showingOut.ofCategory(told.category().id());
	}

	@Hears("category.removed")
	void onRemoved(RemovedCategory told) {
		this.rights.learn(told);
		this.showingOut.ofCategory(told.category().id());
	}

}
