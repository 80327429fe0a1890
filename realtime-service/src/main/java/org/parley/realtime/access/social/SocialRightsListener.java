package org.parley.realtime.access.social;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores the rights of social posts on behalf of all instances. */
@EventConsumer(value = "realtime_rights", repeatable = true)
class SocialRightsListener {

	private final SocialPostRights socialPostRights;

	private final RoomFollows follows;

	private final RoomBlocks blocks;

	SocialRightsListener(SocialPostRights socialPostRights, RoomFollows follows, RoomBlocks blocks) {
		this.socialPostRights = socialPostRights;
		this.follows = follows;
		this.blocks = blocks;
	}

	@EventHandler({ "social-post.created", "social-post.edited", "social-post.snapshot" })
	void on(RoomSocialPostEventData event) {
		this.socialPostRights.update(event);
	}

	@EventHandler("social-post.removed")
	void on(RemovedSocialPostEventData event) {
		this.socialPostRights.remove(event);
	}

	@EventHandler({ "social-account.changed", "social-account.snapshot" })
	void on(RoomAuthorEventData event) {
		this.socialPostRights.update(event);
	}

	@EventHandler({ "follow.started", "follow.snapshot" })
	void onFollowed(RoomFollowEventData event) {
		this.follows.save(event, true);
	}

	@EventHandler("follow.ended")
	void onUnfollowed(RoomFollowEventData event) {
		this.follows.save(event, false);
	}

	@EventHandler({ "block.started", "block.snapshot" })
	void onBlocked(RoomBlockEventData event) {
		this.blocks.save(event, true);
	}

	@EventHandler("block.ended")
	void onUnblocked(RoomBlockEventData event) {
		this.blocks.save(event, false);
	}

}
