package org.parley.realtime.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.ListRights;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Publishes thread events. Sockets that may no longer read the thread lose their
 * membership before the event is published.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveThreadListener {

	private final ReadRights readRights;

	private final ListRights listRights;

	private final MembershipRevoker membershipRevoker;

	LiveThreadListener(ReadRights readRights, ListRights listRights, MembershipRevoker membershipRevoker) {
		this.readRights = readRights;
		this.listRights = listRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler("thread.created")
	void onCreated(ThreadEvent event, EventEnvelope envelope, EventSink sink) {
		this.readRights.update(event.thread());
		this.listRights.roomsOf(event.thread().category().id())
			.forEach((list) -> sink.publish(list, new LiveEvent("new-thread", envelope.id(), envelope.type(), list,
					event.thread().id(), NewThread.of(event.thread()))));
	}

	@EventHandler("thread.split")
	void onSplit(ThreadEvent event) {
		this.readRights.update(event.thread());
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.archived", "answer.accepted", "answer.withdrawn" })
	void onChanged(ThreadEvent event, EventEnvelope envelope, EventSink sink) {
		publish(event, envelope, sink);
	}

	@EventHandler({ "thread.moved", "thread.merged", "thread.hidden", "thread.removed", "thread.restored" })
	void onVisibilityChanged(ThreadEvent event, EventEnvelope envelope, EventSink sink) {
		this.readRights.update(event.thread());
		this.membershipRevoker.review(RoomKind.THREAD.room(event.thread().id()));
		publish(event, envelope, sink);
	}

	private void publish(ThreadEvent event, EventEnvelope envelope, EventSink sink) {
		var id = event.thread().id();
		var room = RoomKind.THREAD.room(id);
		sink.publish(room, new LiveEvent("thread-updated", envelope.id(), envelope.type(), room, id,
				LiveThread.of(event.thread())));
	}

	/**
	 * A new thread in lists, without its words: the log keeps it for some minutes, in
	 * which its category may be closed.
	 *
	 * @param category the slug of its category
	 * @param tags the keys of its tags
	 */
	record NewThread(String id, String category, List<String> tags, PersonReference author) {

		static NewThread of(ThreadData thread) {
			return new NewThread(thread.id(), thread.category().slug(), thread.tags(), thread.author());
		}

	}

	/**
	 * A thread as the API returns it, without counters, which events do not contain.
	 *
	 * @param slug readable part of the URL
	 * @param category the slug of its category
	 * @param tags at most five
	 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
	 * {@code removed}
	 * @param pinned whether it stays at the top of lists
	 * @param acceptedAnswer id of the accepted answer, or null
	 */
	record LiveThread(String id, String title, String slug, String category, List<String> tags, PersonReference author,
			String status, boolean pinned, @Nullable String acceptedAnswer, long version) {

		static LiveThread of(ThreadData thread) {
			return new LiveThread(thread.id(), thread.title(), thread.slug(), thread.category().slug(), thread.tags(),
					thread.author(), thread.status(), thread.pinned(), thread.acceptedAnswer(), thread.version());
		}

	}

}
