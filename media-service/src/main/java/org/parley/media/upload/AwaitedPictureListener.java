package org.parley.media.upload;

import org.parley.contracts.mail.PostMailed;
import org.parley.contracts.media.PictureOffered;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.cluster.ClusterLoops;

/**
 * Consumes the wishes of newcomers, and the pictures of posts that people have written by
 * mail. It only stores them, so that no other event waits for a provider, for
 * webhook-service or for the storage.
 */
@EventConsumer(value = "media_work", repeatable = true)
class AwaitedPictureListener {

	private final AwaitedPictures pictures;

	private final ClusterLoops awaitedPictureLoops;

	AwaitedPictureListener(AwaitedPictures pictures, ClusterLoops awaitedPictureLoops) {
		this.pictures = pictures;
		this.awaitedPictureLoops = awaitedPictureLoops;
	}

	@EventHandler("picture.offered")
	void on(PictureOffered offer) {
		this.pictures.add(offer);
		this.awaitedPictureLoops.signal();
	}

	@EventHandler("post.mailed")
	void on(PostMailed mailed) {
		this.pictures.add(mailed.pictures(), mailed.authorId());
		this.awaitedPictureLoops.signal();
	}

}
