package org.parley.notification.follow;

import java.util.Collection;
import java.util.stream.Stream;

/** How this service calls what can be followed: its kind and its id. */
public final class FollowTarget {

	private FollowTarget() {
	}

	public static String thread(String id) {
		return of("thread", id);
	}

	/** A category and some tags. */
	public static Stream<String> around(String categoryId, Collection<String> tags) {
		return Stream.concat(Stream.of(of("category", categoryId)), tags.stream().map((tag) -> of("tag", tag)));
	}

	static String of(String kind, String id) {
		return kind + ":" + id;
	}

}
