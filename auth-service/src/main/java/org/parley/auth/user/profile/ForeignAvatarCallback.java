package org.parley.auth.user.profile;

import org.bson.Document;
import org.parley.auth.user.User;
import org.parley.platform.web.image.ImageHosts;

import org.springframework.data.mongodb.core.mapping.event.AfterConvertCallback;
import org.springframework.stereotype.Component;

/**
 * Hides stored images of hosts that are not allowed, wherever an account is read: neither
 * profiles nor events show them.
 */
@Component
class ForeignAvatarCallback implements AfterConvertCallback<User> {

	private final ImageHosts images;

	ForeignAvatarCallback(ImageHosts images) {
		this.images = images;
	}

	@Override
	public User onAfterConvert(User user, Document stored, String collection) {
		return user.withoutForeignAvatar(this.images);
	}

}
