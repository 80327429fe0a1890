package org.parley.realtime.presence;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.parley.contracts.LowerCaseName;

/** What others see of a person. */
enum PresenceState implements LowerCaseName {

	/** The person has an open socket and is active. */
	ONLINE,
	/** The person has an open socket and is not active. */
	AWAY,
	/** The person has no open socket, or is invisible. */
	OFFLINE,
	/** Redis does not answer. */
	UNKNOWN;

	/** Finds a state by its JSON name. */
	@JsonCreator
	static PresenceState of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
