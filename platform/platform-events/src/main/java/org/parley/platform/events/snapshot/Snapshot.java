package org.parley.platform.events.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;

/** Tells anew all that there is of one kind. */
public interface Snapshot {

	/** The type of its events. */
	String type();

	/** A page. */
	List<? extends ParleyEvent> after(@Nullable String cursor, int limit);

}
