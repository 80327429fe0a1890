package org.parley.moderation.rule;

import java.util.stream.Stream;

/** Looks for one kind of thing that is not wanted. */
@FunctionalInterface
interface ContentRule {

	/** What it finds; nothing at best. */
	Stream<RuleFinding> look(Submission submission, PastPosts past);

}
