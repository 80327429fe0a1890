package org.parley.auth.account.profile;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.AvatarMedium;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediumGone;
import org.parley.platform.readmodels.media.use.MediumReady;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives newcomers the picture that they have at another provider, once it is ready, and
 * removes the picture of a person who has removed its medium.
 */
@Component
class AvatarMediaListener {

	private final Users users;

	private final KnownMedia knownMedia;

	private final UnitOfWork work;

	AvatarMediaListener(Users users, KnownMedia knownMedia, UnitOfWork work) {
		this.users = users;
		this.knownMedia = knownMedia;
		this.work = work;
	}

	@EventListener
	void on(MediumReady ready) {
		if (this.users.findById(ready.ownerId()).filter((user) -> user.awaitsPicture(ready.id())).isPresent()) {
			AvatarMedium.find(ready.id(), this.knownMedia)
				.ifPresent((picture) -> this.work.run(() -> take(ready, picture)));
		}
	}

	private User take(MediumReady ready, AvatarMedium picture) {
		var user = this.users.require(ready.ownerId());
		user.takePicture(picture);
		return this.users.save(user);
	}

	@EventListener
	void on(MediumGone gone) {
		this.work.run(() -> this.users.findById(gone.ownerId())
			.filter((user) -> gone.id().equals(user.profile().avatarMediaId()))
			.map((user) -> {
				user.removeAvatar(gone.id());
				return this.users.save(user);
			}));
	}

}
