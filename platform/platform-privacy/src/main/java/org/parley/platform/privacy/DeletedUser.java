package org.parley.platform.privacy;

import org.springframework.data.mongodb.core.query.Update;

/** The name that replaces the name of an erased user. */
public final class DeletedUser {

	/** A reserved username. */
	public static final String USERNAME = "deleted";

	public static final String DISPLAY_NAME = "deleted user";

	/** The title of a thread of which nothing stays; events need three characters. */
	public static final String NO_TITLE = "[…]";

	private DeletedUser() {
	}

	/**
	 * An update that replaces the name of the user in an embedded document; the id is
	 * kept.
	 */
	public static Update at(String field) {
		return renaming(new Update(), field);
	}

	/** Adds another embedded document to the update. */
	public static Update renaming(Update update, String field) {
		return update.set(field + ".username", USERNAME).set(field + ".displayName", DISPLAY_NAME);
	}

}
