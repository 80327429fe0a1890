package org.parley.platform.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The latest ids of events, in limited numbers. Safe for threads. */
public final class RecentIds {

	private final Set<String> ids;

	public RecentIds(int max) {
		this.ids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
				return size() > max;
			}

		}));
	}

	/** Adds an id; returns whether it is new. */
	public boolean add(String id) {
		return this.ids.add(id);
	}

	public boolean contains(String id) {
		return this.ids.contains(id);
	}

	public void clear() {
		this.ids.clear();
	}

}
