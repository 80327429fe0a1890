package org.parley.forum.category;

import org.parley.forum.member.Member;
import org.parley.forum.member.PersonReference;
import org.parley.forum.member.PersonView;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.Rights;

/**
 * A person who is about to change something, with the rights that they have in this
 * request.
 *
 * @param member who it is
 * @param rights what they may see and do
 */
public record AuthorizedWriter(Member member, Rights rights) {

	/** What they are in every category. */
	public Audience audience() {
		return this.rights.everywhere();
	}

	/** The same person, as far as only that category is concerned. */
	public AuthorizedWriter in(Category category) {
		return new AuthorizedWriter(this.member, Rights.of(this.rights.in(category)));
	}

	public String id() {
		return this.member.id();
	}

	public PersonView person() {
		return this.member.person();
	}

	public PersonReference signature() {
		return this.member.signature();
	}

	/** Whether this is the person of that id. */
	public boolean is(String memberId) {
		return this.member.id().equals(memberId);
	}

	/** Whether they moderate wherever these rights are for. */
	public boolean moderates() {
		return audience().includes(Audience.MODERATORS);
	}

}
