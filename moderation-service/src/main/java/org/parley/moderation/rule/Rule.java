package org.parley.moderation.rule;

import java.util.stream.Stream;

/** Looks for one kind of thing that is not wanted. */
@FunctionalInterface
interface Rule {

	/** What it finds; nothing at best. */
	Stream<Finding> look(Submission submission, PastPosts past);

}
