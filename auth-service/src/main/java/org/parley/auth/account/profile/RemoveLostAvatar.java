package org.parley.auth.account.profile;

import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.MediumGone;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes the picture of a person who has removed its medium. */
@Component
class RemoveLostAvatar {

	private final Users users;

	private final UnitOfWork work;

	RemoveLostAvatar(Users users, UnitOfWork work) {
		this.users = users;
		this.work = work;
	}

	@EventListener
	void remove(MediumGone gone) {
		this.work.run(() -> this.users.findById(gone.ownerId())
			.filter((user) -> gone.id().equals(user.profile().avatarMediaId()))
			.map((user) -> {
				user.removeAvatar(gone.id());
				return this.users.save(user);
			}));
	}

}
