package org.parley.notification.notification;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.announcement.NotificationCreated;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.news.NewNotification;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.Preferences;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** The count in an event is exact, despite concurrent transactions. */
@NotificationTest
@RecordApplicationEvents
class UnreadCountIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private StoreNotifications storeNotifications;

	@Autowired
	private NotificationCategories notificationCategories;

	@Autowired
	private ManageNotifications manageNotifications;

	@Autowired
	private RecipientPeople recipientPeople;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private ApplicationEvents events;

	@Test
	void countOfSecondTransactionIncludesFirst() {
		var alice = member();
		interleave(() -> notify(alice), () -> notify(alice), alice);
		assertThat(lastCount()).isEqualTo(2);
		assertThat(this.fixture.unreadCount(alice)).isEqualTo(2);
	}

	@Test
	void countAfterReadAllIncludesConcurrentNotification() {
		var alice = member();
		notify(alice);
		var caller = new Caller(alice.id(), alice.username(), alice.name(), "session", Set.of("user"),
				Set.of("parley"));
		interleave(() -> notify(alice), () -> this.manageNotifications.markAllRead(caller), alice);
		assertThat(this.fixture.unreadCount(alice)).isOne();
		assertThat(lastCount()).isOne();
	}

	private ServiceFixture.TestUser member() {
		var member = this.fixture.member();
		Awaitility.await().until(() -> this.recipientPeople.findById(member.id()).isPresent());
		return member;
	}

	/** Runs another transaction after this one has begun and before it writes. */
	private void interleave(Runnable change, Runnable other, ServiceFixture.TestUser person) {
		var first = new AtomicBoolean(true);
		this.unitOfWork.run(() -> {
			this.recipientPeople.findById(person.id());
			if (first.getAndSet(false)) {
				CompletableFuture.runAsync(() -> change(other)).join();
			}
			change.run();
		});
	}

	private void change(Runnable change) {
		this.unitOfWork.run(change);
	}

	private void notify(ServiceFixture.TestUser user) {
		change(() -> {
			var person = this.recipientPeople.findById(user.id()).orElseThrow();
			var news = NotificationNews.of(NotificationKind.ROLE, "role", Ids.next(), "/", "user");
			var order = new NewNotification(new PersonalNews(person, news), Preferences.defaults(user.id()), null);
			this.storeNotifications.store(List.of(order), this.notificationCategories.findRights());
		});
	}

	private long lastCount() {
		return this.events.stream(NotificationCreated.class).map(NotificationCreated::unread).toList().getLast();
	}

}
