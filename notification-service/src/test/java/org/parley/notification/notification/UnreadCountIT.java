package org.parley.notification.notification;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** The count that goes out with an event is that of its commit, whoever else writes. */
@NotificationTest
@RecordApplicationEvents
class UnreadCountIT {

	@Autowired
	private House house;

	@Autowired
	private NotificationDispatcher notificationDispatcher;

	@Autowired
	private ManageNotifications manageNotifications;

	@Autowired
	private RecipientPeople recipientPeople;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private ApplicationEvents events;

	@Test
	void countOfSecondTransactionIncludesFirst() {
		var alice = member();
		interleave(() -> tell(alice), () -> tell(alice), alice);
		assertThat(lastCount()).isEqualTo(2);
		assertThat(this.house.unread(alice)).isEqualTo(2);
	}

	@Test
	void countAfterReadingAllIncludesWhatCameMeanwhile() {
		var alice = member();
		tell(alice);
		var caller = new Caller(alice.id(), alice.username(), alice.name(), "session", Set.of("user"),
				Set.of("parley"));
		interleave(() -> tell(alice), () -> this.manageNotifications.readAll(caller), alice);
		assertThat(this.house.unread(alice)).isOne();
		assertThat(lastCount()).isOne();
	}

	private House.Somebody member() {
		var member = this.house.member();
		Awaitility.await().until(() -> this.recipientPeople.byId(member.id()).isPresent());
		return member;
	}

	/** Another transaction begins and ends after this one has begun, before it writes. */
	private void interleave(Runnable change, Runnable other, House.Somebody person) {
		var first = new AtomicBoolean(true);
		this.work.run(() -> {
			this.recipientPeople.byId(person.id());
			if (first.getAndSet(false)) {
				CompletableFuture.runAsync(() -> change(other)).join();
			}
			change.run();
			return true;
		});
	}

	private void change(Runnable change) {
		this.work.run(() -> {
			change.run();
			return true;
		});
	}

	private void tell(House.Somebody person) {
		change(() -> this.notificationDispatcher.tell(person.id(),
				NotificationNews.of(NotificationKind.ROLE, "role", Ids.next(), "/", "user")));
	}

	private long lastCount() {
		return this.events.stream(NotificationCreated.class).map(NotificationCreated::unread).toList().getLast();
	}

}
