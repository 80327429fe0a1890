package org.parley.platform.events.privacy;

import org.springframework.data.mongodb.core.query.Update;

/** How somebody is named who is no more. */
public final class DeletedUser {

	/** Nobody else can have this name. */
	public static final String USERNAME = "deleted";

	/** As shown to others. */
	public static final String DISPLAY_NAME = "deleted user";

	private DeletedUser() {
	}

	/** Renames a person that is an object of a document; the id stays. */
	public static Update at(String field) {
		return renaming(new Update(), field);
	}

	/** The same, in one more place. */
	public static Update renaming(Update update, String field) {
		return update.set(field + ".username", USERNAME).set(field + ".displayName", DISPLAY_NAME);
	}

}
