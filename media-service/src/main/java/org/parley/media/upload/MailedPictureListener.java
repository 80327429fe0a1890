package org.parley.media.upload;

import org.parley.contracts.mail.PostMailed;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores the pictures of posts that people have written by mail. */
@EventConsumer(value = "media_work", repeatable = true)
class MailedPictureListener {

	private final StoreMailedPicture storeMailedPicture;

	MailedPictureListener(StoreMailedPicture storeMailedPicture) {
		this.storeMailedPicture = storeMailedPicture;
	}

	@EventHandler("post.mailed")
	void on(PostMailed mailed) {
		mailed.pictures().forEach((picture) -> this.storeMailedPicture.store(picture, mailed.authorId()));
	}

}
