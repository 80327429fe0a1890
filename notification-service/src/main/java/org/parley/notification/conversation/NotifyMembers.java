package org.parley.notification.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.GroupKey;
import org.parley.notification.notification.RelocateNotifications;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Notifies members of a conversation of unread messages, within the transaction of an
 * event. After each change the notification of a member counts the messages that the
 * member has not read and not muted, whatever the order of events was.
 */
@Component
class NotifyMembers {

	/** After this time unread messages are mailed. */
	static final Duration MAIL_AFTER = Duration.ofMinutes(10);

	private static final Comparator<RecipientMembership> SOONER = Comparator
		.comparing((member) -> Objects.requireNonNull(member.dueAt()));

	private final RecipientMemberships memberships;

	private final KnownMessages messages;

	private final NotificationDispatcher notificationDispatcher;

	private final RelocateNotifications relocateNotifications;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final Consumer<List<ArrivedMessage>> lastStep = this::notifyTogether;

	NotifyMembers(RecipientMemberships memberships, KnownMessages messages,
			NotificationDispatcher notificationDispatcher, RelocateNotifications relocateNotifications,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.memberships = memberships;
		this.messages = messages;
		this.notificationDispatcher = notificationDispatcher;
		this.relocateNotifications = relocateNotifications;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Notifies of a message that is new or shown again, together with the others of the
	 * transaction.
	 */
	void notifyOf(KnownMessage message, ConversationPlace conversation) {
		var claimed = this.memberships.claim(conversation.id());
		if (this.messages.save(message) && claimed.exists()) {
			this.unitOfWork.atEnd(new ArrivedMessage(message, claimed.present(conversation)), this.lastStep);
		}
	}

	/**
	 * A later event of the transaction may have removed a message, or have read or left
	 * its conversation.
	 */
	private void notifyTogether(List<ArrivedMessage> all) {
		var members = this.memberships
			.findMembers(all.stream().map((one) -> one.conversation().id()).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.groupingBy(RecipientMembership::conversationId));
		var shown = this.messages.findShown(all.stream().map((one) -> one.message().id()).toList());
		var news = new ArrayList<AddressedNews>();
		var due = new HashMap<String, RecipientMembership>();
		for (var one : all) {
			var message = one.message();
			if (shown.contains(message.id())) {
				members.getOrDefault(one.conversation().id(), List.of())
					.stream()
					.filter((member) -> member.awaits(message))
					.forEach((member) -> {
						news.add(one.conversation().news(message).toUser(member.personId()));
						if (!member.mailed()) {
							due.merge(member.id(), member.in(one.conversation()).due(message.at().plus(MAIL_AFTER)),
									BinaryOperator.minBy(SOONER));
						}
					});
			}
		}
		this.notificationDispatcher.dispatch(news);
		this.memberships.schedule(due.values());
	}

	/**
	 * Gives the notifications about a conversation its name, unless a later one is known
	 * or it was removed; also those of messages that the transaction has handled before.
	 */
	void name(ConversationPlace conversation, long version) {
		var claimed = this.memberships.claim(conversation.id());
		if (claimed.exists() && claimed.named() < version) {
			this.memberships.name(conversation, version);
			this.unitOfWork.atEnd(() -> nameStored(conversation));
		}
	}

	private void nameStored(ConversationPlace conversation) {
		this.memberships.nameMembers(conversation);
		var members = this.memberships.findMembers(conversation.id())
			.stream()
			.map(RecipientMembership::personId)
			.toList();
		this.relocateNotifications.nameConversation(members, ConversationPlace.link(conversation.id()),
				conversation.wording(), conversation.values());
	}

	/** Withdraws the notifications of a message that is no longer shown. */
	void withdraw(KnownMessage removed) {
		this.memberships.claim(removed.conversationId());
		if (this.messages.save(removed)) {
			this.notificationDispatcher.withdrawAll(ConversationPlace.source(removed.id()));
		}
	}

	/**
	 * Adapts the notification of a member to a change of the membership. A member who has
	 * just read some messages may be reading the others.
	 */
	void adapt(RecipientMembership before, RecipientMembership changed) {
		if (changed.equals(before)) {
			return;
		}
		var unread = this.messages.findUnread(changed);
		var due = dueAt(unread);
		var afterReading = this.clock.instant().plus(MAIL_AFTER);
		var isReading = changed.position() > before.position();
		this.memberships
			.save(changed.due((isReading && due != null && due.isBefore(afterReading)) ? afterReading : due));
		var group = new GroupKey(changed.personId(), NotificationKind.MESSAGE,
				ConversationPlace.group(changed.conversationId()));
		this.notificationDispatcher.retain(group,
				unread.stream()
					.map((message) -> ConversationPlace.source(message.id()))
					.collect(Collectors.toUnmodifiableSet()));
		this.notificationDispatcher.dispatch(unread.stream()
			.map((message) -> changed.conversation().news(message).toUser(changed.personId()))
			.toList());
	}

	/** When the unread messages of a member are mailed; null if there are none. */
	static @Nullable Instant dueAt(List<KnownMessage> unread) {
		return unread.isEmpty() ? null : unread.getFirst().at().plus(MAIL_AFTER);
	}

	/** A message that is new or shown again. */
	private record ArrivedMessage(KnownMessage message, ConversationPlace conversation) {
	}

}
