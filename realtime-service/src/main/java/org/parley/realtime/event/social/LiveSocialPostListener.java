package org.parley.realtime.event.social;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.social.SocialPostRights;
import org.parley.realtime.event.social.FeedAnnouncer.AnnouncedPost;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Stores who may see a post after a change, ends the memberships of sockets that no
 * longer may, and tells the others of an edit. A new post is stored once for all
 * instances, by the queue of rights: joins wait for it, and nobody is in its room yet.
 */
abstract class LiveSocialPostListener {

	private final SocialPostRights socialPostRights;

	private final MembershipRevoker membershipRevoker;

	LiveSocialPostListener(SocialPostRights socialPostRights, MembershipRevoker membershipRevoker) {
		this.socialPostRights = socialPostRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler("social-post.edited")
	void onEdited(SocialPostChanged event, EventEnvelope envelope, EventSink sink) {
		var post = event.post();
		var room = RoomKind.SOCIAL_POST.room(post.id());
		if (post.visibility() != event.previousVisibility()) {
			this.socialPostRights.update(post);
			this.membershipRevoker.review(room);
			announce(event, envelope);
		}
		sink.replace(room, new LiveEvent("social-post-updated", envelope.id(), envelope.type(), room,
				"post:" + post.id(), Map.of("id", post.id(), "version", post.version()), post.author().id()));
	}

	@EventHandler("social-post.removed")
	void onRemoved(SocialPostRemoved event, EventEnvelope envelope) {
		this.socialPostRights.remove(event);
		this.membershipRevoker.review(RoomKind.SOCIAL_POST.room(event.post().id()));
		announce(event, envelope);
	}

	abstract void announce(SocialPostChanged event, EventEnvelope envelope);

	abstract void announce(SocialPostRemoved event, EventEnvelope envelope);

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
			var wasSeen = isSeenByFollowers(event.previousVisibility());
			if (wasSeen != isSeenByFollowers(post.visibility())) {
				this.feedAnnouncer.announce(wasSeen ? AnnouncedPost.removed(post.id(), post.author(), envelope)
						: AnnouncedPost.added(post, envelope));
			}
		}

		@Override
		void announce(SocialPostRemoved event, EventEnvelope envelope) {
			var post = event.post();
			if (isSeenByFollowers(post.visibility())) {
				this.feedAnnouncer.announce(AnnouncedPost.removed(post.id(), post.author(), envelope));
			}
		}

		private static boolean isSeenByFollowers(@Nullable SocialVisibility visibility) {
			return visibility != null && visibility != SocialVisibility.PRIVATE;
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

		@Override
		void announce(SocialPostRemoved event, EventEnvelope envelope) {
		}

	}

}
