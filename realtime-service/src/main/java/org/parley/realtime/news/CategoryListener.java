package org.parley.realtime.news;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.rights.RemovedCategory;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.rights.ToldCategory;
import org.parley.realtime.room.ShowingOut;

/** Hears who may read categories, and shows out who may not any more. */
abstract class CategoryListener {

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

	/** Shows out those who are on this instance. */
	@Listens(value = "realtime", repeatable = true)
	static final class Live extends CategoryListener {

		Live(Rights rights, ShowingOut showingOut) {
			super(rights, showingOut);
		}

	}

	/**
	 * Knows after what came before it in the same queue who may read, so a join that
	 * waits for the log asks for rights that are as new.
	 */
	@Listens(value = "realtime_replay", repeatable = true)
	static final class Recorded extends CategoryListener {

		Recorded(Rights rights, ShowingOut showingOut) {
			super(rights, showingOut);
		}

	}

}
