package org.parley.forum.privacy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Members;
import org.parley.platform.events.privacy.PersonalData;
import org.parley.platform.web.transaction.UnitOfWork;

/** The stored member, whose name no instance remembers after the erasure. */
final class MemberPersonalData implements PersonalData {

	private final PersonalData stored;

	private final Members members;

	private final UnitOfWork unitOfWork;

	MemberPersonalData(PersonalData stored, Members members, UnitOfWork unitOfWork) {
		this.stored = stored;
		this.members = members;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public String kind() {
		return this.stored.kind();
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return this.stored.show(person, after, limit);
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		this.unitOfWork.afterCommit(this.members::forget);
		return this.stored.erase(person, after, limit);
	}

}
