package org.parley.forum.relocation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a work is. Each leads to the next and to no other. */
enum RelocationState {

	/** The thread takes no replies; those that have a number may still come. */
	CLOSING,

	/** Posts go, batch by batch. */
	MOVING,

	/** All posts are there; what people keep of the thread follows. */
	FINISHING,

	/** There is nothing left to do. */
	DONE;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
