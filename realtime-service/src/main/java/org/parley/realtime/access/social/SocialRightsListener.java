package org.parley.realtime.access.social;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialPostSnapshot;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
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

	@EventHandler({ "social-post.created", "social-post.edited" })
	void on(SocialPostChanged event) {
		this.socialPostRights.update(event.post());
	}

	@EventHandler("social-post.snapshot")
	void on(SocialPostSnapshot event) {
		this.socialPostRights.update(event);
	}

	@EventHandler("social-post.removed")
	void on(SocialPostRemoved event) {
		this.socialPostRights.remove(event);
	}

	@EventHandler({ "social-account.changed", "social-account.snapshot" })
	void on(SocialAccountChanged event) {
		this.socialPostRights.update(event);
	}

	@EventHandler({ "follow.started", "follow.ended", "follow.snapshot" })
	void on(FollowChanged event) {
		this.follows.save(event);
	}

	@EventHandler({ "block.started", "block.ended", "block.snapshot" })
	void on(BlockChanged event) {
		this.blocks.save(event);
	}

}
