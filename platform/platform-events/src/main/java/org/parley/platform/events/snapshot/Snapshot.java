package org.parley.platform.events.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;

/**
 * Tells anew all that there is of one kind. The events say what version they tell, and
 * whoever hears them keeps what is newer: a snapshot may come before or after the change
 * that it does not know.
 */
public interface Snapshot {

	/** The type of its events, in the catalogue as {@code snapshot: true}. */
	String type();

	/**
	 * A page in the order of the subjects; empty at the end. What has the same subject is
	 * on the same page.
	 * @param subject of the last event that was told, or null at the start
	 * @param limit how many at most, unless more have the last subject
	 */
	List<? extends ParleyEvent> after(@Nullable String subject, int limit);

}
