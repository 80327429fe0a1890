package org.parley.moderation.rule;

import java.util.stream.Stream;

/** A rule of the policy. */
@FunctionalInterface
interface ContentRule {

	/** Returns the findings; empty if the rule does not match. */
	Stream<RuleFinding> check(Submission submission, PastPosts past);

}
