package org.parley.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret, encrypted for one service.
 *
 * @param jwe in compact form
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
