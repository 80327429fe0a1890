package org.parley.forum.category;

import org.parley.forum.member.Member;
import org.parley.forum.member.Person;
import org.parley.forum.member.Signature;

/**
 * A person who is about to change something, with the rights that they have in this
 * request.
 *
 * @param member who it is
 * @param audience what they may see and do
 */
public record Writer(Member member, Audience audience) {

	public String id() {
		return this.member.id();
	}

	public Person person() {
		return this.member.person();
	}

	public Signature signature() {
		return this.member.signature();
	}

	/** Whether this is the person of that id. */
	public boolean is(String memberId) {
		return this.member.id().equals(memberId);
	}

	public boolean moderates() {
		return this.audience.includes(Audience.MODERATORS);
	}

}
