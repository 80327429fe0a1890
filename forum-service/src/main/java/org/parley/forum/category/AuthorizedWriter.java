package org.parley.forum.category;

import java.util.Set;

import org.parley.contracts.PersonReference;
import org.parley.forum.member.Member;
import org.parley.forum.member.PersonView;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/** A member who may write, with their rights in the current request. */
public record AuthorizedWriter(Member member, Rights rights) {

	/** The audience of the member in all categories. */
	public Audience audience() {
		return this.rights.everywhere();
	}

	/** The same member with their rights in one category only. */
	public AuthorizedWriter in(Category category) {
		return new AuthorizedWriter(this.member, new Rights(this.rights.in(category), this.rights.groups(), Set.of()));
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

	public boolean is(String memberId) {
		return this.member.id().equals(memberId);
	}

	/** Whether the member moderates everywhere that these rights cover. */
	public boolean moderates() {
		return audience().includes(Audience.MODERATORS);
	}

}
