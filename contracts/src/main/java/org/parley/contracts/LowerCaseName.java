package org.parley.contracts;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enum whose constants have their names in lower case in JSON, with hyphens. */
public interface LowerCaseName {

	String name();

	@JsonValue
	default String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
