package org.parley.platform.events.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret on its way to the one service that can open it.
 *
 * @param jwe compact
 */
public record SealedEventSecret(@JsonValue String jwe) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SealedEventSecret {
	}

	@Override
	public String toString() {
		return "SealedEventSecret[***]";
	}

}
