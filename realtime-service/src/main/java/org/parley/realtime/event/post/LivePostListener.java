package org.parley.realtime.event.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;

/** Publishes post events. Posts that readers may not see are not published. */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LivePostListener {

	private final MediaAddresses addresses;

	LivePostListener(MediaAddresses addresses) {
		this.addresses = addresses;
	}

	@EventHandler("post.created")
	void onCreated(PostCreated event, EventEnvelope envelope, EventSink sink) {
		if (event.post().status().isShown()) {
			sink.publish(room(event.thread()), liveEvent("new-post", event.thread(), event.post().id(),
					LivePost.ofNew(event.post(), event.thread().id(), this.addresses), envelope));
		}
	}

	@EventHandler({ "post.edited", "post.restored" })
	void onChanged(PostChanged event, EventEnvelope envelope, EventSink sink) {
		if (event.post().status().isShown()) {
			sink.replace(room(event.thread()), liveEvent("post-updated", event.thread(), event.post().id(),
					LivePost.of(event.post(), event.thread().id(), this.addresses), envelope));
		}
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemoved event, EventEnvelope envelope, EventSink sink) {
		sink.replace(room(event.thread()),
				removed(event.post(), event.thread(), event.status().json(), event.version(), envelope));
	}

	@EventHandler("post.status-changed")
	void onStatusChanged(PostStatusChanged event, EventEnvelope envelope, EventSink sink) {
		if (!event.status().isShown()) {
			sink.replace(room(event.thread()),
					removed(event.reference(), event.thread(), event.status().json(), event.version(), envelope));
			return;
		}
		var thread = event.thread().id();
		var post = event.post();
		var data = (post != null) ? LivePost.ofChangedStatus(post, thread, event.moderation(), this.addresses)
				: new LivePostStatus(event.reference().id(), thread, event.reference().number(), event.status().json(),
						event.moderation(), event.version());
		sink.publish(room(event.thread()),
				liveEvent("post-updated", event.thread(), event.reference().id(), data, envelope));
	}

	/** The post disappears from the old thread and appears in the new one. */
	@EventHandler("post.moved")
	void onMoved(PostMoved event, EventEnvelope envelope, EventSink sink) {
		var left = new PostReference(event.reference().id(), event.was(), event.reference().author());
		sink.replace(room(event.from()), removed(left, event.from(), "moved", event.version(), envelope));
		var post = event.post();
		if (post != null && event.status().isShown()) {
			sink.publish(room(event.thread()), liveEvent("post-updated", event.thread(), post.id(),
					LivePost.of(post, event.thread().id(), this.addresses), envelope));
		}
	}

	private static LiveEvent removed(PostReference post, ThreadReference thread, String status, long version,
			EventEnvelope envelope) {
		return liveEvent("post-removed", thread, post.id(),
				new LivePostStatus(post.id(), thread.id(), post.number(), status, null, version), envelope);
	}

	private static LiveEvent liveEvent(String name, ThreadReference thread, String post, Object data,
			EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), room(thread), post, data);
	}

	private static String room(ThreadReference thread) {
		return RoomKind.THREAD.room(thread.id());
	}

	/**
	 * A post's status, without its content.
	 *
	 * @param number its position in the thread
	 * @param status decides who sees the content
	 * @param moderation what was found in it; absent if nothing was
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record LivePostStatus(String id, String threadId, int number, String status, @Nullable String moderation,
			long version) {
	}

}
