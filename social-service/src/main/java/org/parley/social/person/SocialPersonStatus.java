package org.parley.social.person;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a person may write. */
enum SocialPersonStatus {

	ACTIVE, BANNED,
	/** The account is erased; the messages stay. */
	DELETED;

	@JsonCreator
	static SocialPersonStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
