package org.parley.social.person;

import java.util.Map;

import org.parley.platform.privacy.DeletedUser;

/**
 * A person as named in events.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record SocialPersonReference(String id, String username, String displayName) {

	/** Refers to a person among those who are stored, or to a deleted one. */
	public static SocialPersonReference of(String id, Map<String, SocialPerson> stored) {
		var person = stored.get(id);
		return (person != null) ? person.reference()
				: new SocialPersonReference(id, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME);
	}

}
