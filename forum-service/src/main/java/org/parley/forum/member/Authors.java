package org.parley.forum.member;

import java.util.Map;
import java.util.Objects;

/** The authors of some threads and posts. */
public record Authors(Map<String, Member> byId) {

	/** Returns an author. Every author is a member. */
	public Member get(String id) {
		return Objects.requireNonNull(this.byId.get(id), "Every author is a member");
	}

}
