package org.parley.notification.follow;

import java.util.Collection;
import java.util.stream.Stream;

/** Keys of targets that can be followed: kind and id. */
public final class FollowTarget {

	private FollowTarget() {
	}

	public static String thread(String id) {
		return of("thread", id);
	}

	/** The category and the tags of a thread. */
	public static Stream<String> categoryAndTags(String categoryId, Collection<String> tags) {
		return Stream.concat(Stream.of(of("category", categoryId)), tags.stream().map((tag) -> of("tag", tag)));
	}

	static String of(String kind, String id) {
		return kind + ":" + id;
	}

}
