package org.parley.realtime.event.social;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.social.RoomAuthorEventData;
import org.parley.realtime.access.social.RoomBlockEventData;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollowEventData;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.access.social.SocialPostRights;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Stores private accounts, follows and blocks, and ends the memberships of sockets whose
 * user may no longer see a post.
 */
abstract class LiveRelationListener {

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
	void onAccountChanged(RoomAuthorEventData event) {
		this.socialPostRights.update(event);
		this.membershipRevoker.reviewDependingOn(event.person().id());
	}

	@EventHandler("follow.started")
	void onFollowed(RoomFollowEventData event) {
		this.follows.save(event, true);
	}

	@EventHandler("follow.ended")
	void onUnfollowed(RoomFollowEventData event) {
		this.follows.save(event, false);
		this.membershipRevoker.reviewUser(event.follower().id());
	}

	@EventHandler("block.started")
	void onBlocked(RoomBlockEventData event) {
		this.blocks.save(event, true);
		this.membershipRevoker.reviewUser(event.blocker().id());
		this.membershipRevoker.reviewUser(event.blocked().id());
	}

	@EventHandler("block.ended")
	void onUnblocked(RoomBlockEventData event) {
		this.blocks.save(event, false);
	}

	/** Handles the instance's own queue. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveRelationListener {

		Live(SocialPostRights socialPostRights, RoomFollows follows, RoomBlocks blocks,
				MembershipRevoker membershipRevoker) {
			super(socialPostRights, follows, blocks, membershipRevoker);
		}

	}

	/**
	 * Handles the shared queue in order with the recorded events, so a join that waits
	 * for the log checks rights that are as new.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveRelationListener {

		Recorded(SocialPostRights socialPostRights, RoomFollows follows, RoomBlocks blocks,
				MembershipRevoker membershipRevoker) {
			super(socialPostRights, follows, blocks, membershipRevoker);
		}

	}

}
