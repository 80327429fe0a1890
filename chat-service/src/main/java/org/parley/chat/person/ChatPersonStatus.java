package org.parley.chat.person;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a person may write. */
enum ChatPersonStatus {

	ACTIVE, BANNED,
	/** The account is erased; the messages stay. */
	DELETED;

	@JsonCreator
	static ChatPersonStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
