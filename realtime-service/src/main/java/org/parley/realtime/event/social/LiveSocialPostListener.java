package org.parley.realtime.event.social;

import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.social.SocialPostRights;
import org.parley.realtime.event.social.FeedAnnouncer.AnnouncedPost;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Stores who may see a post after a change, and ends the memberships of sockets that no
 * longer may. A new post is stored once for all instances, by the queue of rights: joins
 * wait for it, and nobody is in its room yet.
 */
abstract class LiveSocialPostListener {

	private final SocialPostRights socialPostRights;

	private final MembershipRevoker membershipRevoker;

	LiveSocialPostListener(SocialPostRights socialPostRights, MembershipRevoker membershipRevoker) {
		this.socialPostRights = socialPostRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler("social-post.edited")
	void onEdited(SocialPostChanged event, EventEnvelope envelope) {
		if (event.post().visibility() != event.previousVisibility()) {
			this.socialPostRights.update(event.post());
			this.membershipRevoker.review(RoomKind.SOCIAL_POST.room(event.post().id()));
			announce(event, envelope);
		}
	}

	@EventHandler("social-post.removed")
	void onRemoved(SocialPostRemoved event) {
		this.socialPostRights.remove(event);
		this.membershipRevoker.review(RoomKind.SOCIAL_POST.room(event.post().id()));
	}

	abstract void announce(SocialPostChanged event, EventEnvelope envelope);

	/** Handles the instance's own queue. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveSocialPostListener {

		private final FeedAnnouncer feedAnnouncer;

		Live(SocialPostRights socialPostRights, MembershipRevoker membershipRevoker, FeedAnnouncer feedAnnouncer) {
			super(socialPostRights, membershipRevoker);
			this.feedAnnouncer = feedAnnouncer;
		}

		@EventHandler("social-post.created")
		@Override
		void announce(SocialPostChanged event, EventEnvelope envelope) {
			var post = event.post();
			if (isNewToFollowers(event)) {
				this.feedAnnouncer
					.announce(new AnnouncedPost(post.id(), post.author().id(), envelope.id(), envelope.type()));
			}
		}

		private static boolean isNewToFollowers(SocialPostChanged event) {
			var previous = event.previousVisibility();
			return event.post().visibility() != SocialVisibility.PRIVATE
					&& (previous == null || previous == SocialVisibility.PRIVATE);
		}

	}

	/**
	 * Handles the shared queue in order with the recorded events, so a join that waits
	 * for the log checks rights that are as new. Each instance announces posts from its
	 * own queue.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveSocialPostListener {

		Recorded(SocialPostRights socialPostRights, MembershipRevoker membershipRevoker) {
			super(socialPostRights, membershipRevoker);
		}

		@Override
		void announce(SocialPostChanged event, EventEnvelope envelope) {
		}

	}

}
