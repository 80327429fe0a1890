package org.parley.realtime.event.social;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.access.social.SocialPostRights;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Stores private accounts, follows and blocks, and ends the memberships of sockets whose
 * user may no longer see a post.
 * <p>
 * The shared queue is handled in order with the recorded events, so a join that waits for
 * the log checks rights that are as new.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveRelationListener {

	private final SocialPostRights socialPostRights;

	private final RoomFollows follows;

	private final RoomBlocks blocks;

	private final MembershipRevoker membershipRevoker;

	LiveRelationListener(SocialPostRights socialPostRights, RoomFollows follows, RoomBlocks blocks,
			MembershipRevoker membershipRevoker) {
		this.socialPostRights = socialPostRights;
		this.follows = follows;
		this.blocks = blocks;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler("social-account.changed")
	void onAccountChanged(SocialAccountChanged event) {
		this.socialPostRights.update(event);
		this.membershipRevoker.reviewDependingOn(event.person().id());
	}

	@EventHandler({ "follow.started", "follow.ended" })
	void on(FollowChanged event) {
		this.follows.save(event);
		if (!event.isPresent()) {
			this.membershipRevoker.reviewUser(event.follower().id());
		}
	}

	@EventHandler({ "block.started", "block.ended" })
	void on(BlockChanged event) {
		this.blocks.save(event);
		if (event.isPresent()) {
			this.membershipRevoker.reviewUser(event.blocker().id());
			this.membershipRevoker.reviewUser(event.blocked().id());
		}
	}

}
