package org.parley.chat.recent;

import java.util.List;
import java.util.Optional;

/**
 * The description of a subject in Redis, if it is known.
 *
 * @param generation allows to fill what is unknown; empty during a change
 * @param epoch the epoch of the read
 * @param about what the subject is; empty if it is unknown
 * @param membership 1 for a member, 0 for somebody who is none, empty if it is unknown
 * @param isComplete whether the messages are all of the range
 * @param last the number of the last message; empty if it is unknown
 * @param messages the messages of the range that are known, in the order of the walk
 */
public record RecentEntry(String subject, String generation, String epoch, String about, String membership,
		boolean isComplete, String last, List<String> messages) {

	static RecentEntry of(String subject, List<String> answer) {
		return new RecentEntry(subject, answer.get(0), answer.get(1), answer.get(2), answer.get(3),
				answer.get(4).equals("1"), answer.get(5), List.copyOf(answer.subList(6, answer.size())));
	}

	/** An entry of which nothing is known, and which cannot be filled. */
	static RecentEntry unknown(String subject) {
		return new RecentEntry(subject, "", "", "", "", false, "", List.of());
	}

	/** The description of the subject, if it is known. */
	public Optional<String> description() {
		return Optional.of(this.about).filter((text) -> !text.isEmpty());
	}

	/** Whether the person is known as a member. */
	public boolean isMember() {
		return this.membership.equals("1");
	}

	/** Whether the subject is known to be gone, or the person to be no member. */
	public boolean isStranger() {
		return this.membership.equals("0") || this.about.equals("!");
	}

	boolean isFillable() {
		return !this.generation.isEmpty();
	}

}
