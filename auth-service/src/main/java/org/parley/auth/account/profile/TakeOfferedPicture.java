package org.parley.auth.account.profile;

import java.util.List;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.AvatarMedium;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediumReady;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives newcomers the picture that they have at another provider, once it is ready. */
@Component
class TakeOfferedPicture {

	private final Users users;

	private final KnownMedia knownMedia;

	private final UnitOfWork work;

	TakeOfferedPicture(Users users, KnownMedia knownMedia, UnitOfWork work) {
		this.users = users;
		this.knownMedia = knownMedia;
		this.work = work;
	}

	@EventListener
	void take(MediumReady ready) {
		if (this.users.findById(ready.ownerId()).filter((user) -> user.awaitsPicture(ready.id())).isPresent()) {
			this.knownMedia.gallery(List.of(ready.id()))
				.find(ready.id())
				.flatMap((medium) -> medium.smallest())
				.map((file) -> new AvatarMedium(ready.id(), file.path()))
				.ifPresent((picture) -> this.work.run(() -> take(ready, picture)));
		}
	}

	private User take(MediumReady ready, AvatarMedium picture) {
		var user = this.users.require(ready.ownerId());
		user.takePicture(picture);
		return this.users.save(user);
	}

}
