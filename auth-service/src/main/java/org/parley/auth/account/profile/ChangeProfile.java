package org.parley.auth.account.profile;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.AvatarMedium;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.contracts.media.MediaPurpose;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Changes the profile of the caller. */
@Component
class ChangeProfile {

	private static final String MEDIUM = "avatarMediaId";

	private final Users users;

	private final KnownMedia knownMedia;

	private final ImageHosts images;

	private final UnitOfWork work;

	ChangeProfile(Users users, KnownMedia knownMedia, ImageHosts images, UnitOfWork work) {
		this.users = users;
		this.knownMedia = knownMedia;
		this.images = images;
		this.work = work;
	}

	User change(UserProfileRequest change, IfMatch condition, Caller caller) {
		var medium = change.mediaId().map((id) -> requireMedium(id, caller)).orElse(null);
		return this.work.run(() -> apply(change, medium, condition, caller));
	}

	private User apply(UserProfileRequest change, @Nullable AvatarMedium medium, IfMatch condition, Caller caller) {
		var user = this.users.findById(caller.id()).orElseThrow(Users::notFound);
		condition.require(user.version());
		var before = user.profile();
		user.changeProfile(change, medium, this.images);
		return user.profile().equals(before) ? user : this.users.save(user);
	}

	private AvatarMedium requireMedium(String id, Caller caller) {
		this.knownMedia.requireUsable(List.of(id), caller.id(), MediaPurpose.AVATAR, MEDIUM);
		return AvatarMedium.find(id, this.knownMedia)
			.orElseThrow(() -> KnownMedia.unavailable(MEDIUM, MediaPurpose.AVATAR));
	}

}
