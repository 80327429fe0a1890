package org.parley.forum.category;

import java.util.List;

import org.parley.forum.member.Member;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/** Creates writers for unit tests. */
public final class WriterMother {

	private WriterMother() {
	}

	public static AuthorizedWriter aMember(String id) {
		return aWriter(id, Rights.of(Audience.MEMBERS));
	}

	public static AuthorizedWriter aModerator(String id) {
		return aWriter(id, Rights.of(Audience.MODERATORS));
	}

	public static AuthorizedWriter aWriter(String id, Rights rights) {
		return new AuthorizedWriter(new Member(id, id, id, null, AccountStatus.ACTIVE, true, List.of(), 0), rights);
	}

}
