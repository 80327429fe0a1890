package org.parley.platform.events.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret on its way to the one service that can open it.
 *
 * @param jwe compact
 */
public record Sealed(@JsonValue String jwe) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Sealed {
	}

	@Override
	public String toString() {
		return "Sealed[***]";
	}

}
