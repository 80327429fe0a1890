package org.parley.auth.account.profile;

import org.bson.Document;
import org.parley.auth.user.User;
import org.parley.platform.text.image.ImageHosts;

import org.springframework.data.mongodb.core.mapping.event.AfterConvertCallback;
import org.springframework.stereotype.Component;

/** Removes avatars on hosts that are not allowed from every account that is read. */
@Component
class ForeignAvatarCallback implements AfterConvertCallback<User> {

	private final ImageHosts images;

	ForeignAvatarCallback(ImageHosts images) {
		this.images = images;
	}

	@Override
	public User onAfterConvert(User user, Document stored, String collection) {
		user.removeForeignAvatar(this.images);
		return user;
	}

}
