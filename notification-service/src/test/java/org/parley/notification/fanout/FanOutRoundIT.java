package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.fanout.NotifyRecipients.NewRound;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.Recipient;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Followers are notified once, if they may be notified. */
@NotificationTest
class FanOutRoundIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private FanOutRounds fanOutRounds;

	@Autowired
	private NotifyRecipients notifyRecipients;

	@Autowired
	private FollowerFanOutWorker worker;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private SentCommands sent;

	@Autowired
	private FollowedTargets followedTargets;

	@Autowired
	private NotificationDispatcher notificationDispatcher;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private ProcessRole processRole;

	@Autowired
	private InstantSource clock;

	@Test
	void postsInFollowedThreadShareOneNotification() {
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var thread = threadReadableBy("anyone");
		follow(bob, "thread", thread.id());
		this.fixture.publishPost(this.fixture.post(carol, thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(bob) == 1);
		assertThat(this.fixture.titles(bob))
			.containsExactly(carol.name() + " posted in “Which tomatoes for a balcony?”");
		assertThat(this.fixture.kinds(bob)).containsExactly("followed-thread");
		this.fixture.publishPost(this.fixture.post(carol, thread, 3), "Two.");
		soon().untilAsserted(() -> assertThat(this.fixture.titles(bob))
			.containsExactly("2 new posts in “Which tomatoes for a balcony?”"));
		assertThat(this.fixture.notifications(bob).getFirst().path("link").asString()).endsWith("?post=3");
		assertThat(this.fixture.unreadCount(carol)).isZero();
	}

	@Test
	void newThreadNotifiesCategoryAndTagFollowersOnce() {
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var thread = threadReadableBy("anyone");
		follow(bob, "category", thread.category());
		follow(bob, "tag", "t" + thread.id());
		follow(carol, "tag", "t" + thread.id());
		this.fixture.publishThread(thread, "It faces north.", List.of("t" + thread.id(), "balcony"));
		this.fixture.publishTaggedPost(this.fixture.post(this.fixture.member(), thread, 2), "Try Stupice.",
				List.of("t" + thread.id(), "balcony"));
		for (var follower : List.of(bob, carol)) {
			soon().until(() -> this.fixture.unreadCount(follower) == 1);
			assertThat(this.fixture.titles(follower))
				.containsExactly(thread.author().name() + " started “Which tomatoes for a balcony?”");
			assertThat(this.fixture.kinds(follower)).containsExactly("followed-category");
		}
		awaitRounds(thread);
		assertThat(this.fixture.notifications(bob)).hasSize(1);
	}

	@Test
	void strongestReasonDecidesKind() {
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var dave = this.fixture.member();
		var thread = new ServiceFixture.TestThread(threadReadableBy("anyone").id(), this.fixture.category("anyone"),
				"Bread", bob);
		var said = this.fixture.post(carol, thread, 2);
		Stream.of(bob, carol, dave).forEach((one) -> follow(one, "thread", thread.id()));
		this.fixture.publishQuote(this.fixture.post(this.fixture.member(), thread, 3),
				"Not you @%s, nor you @%s.".formatted(carol.username(), bob.username()), said);
		soon().untilAsserted(() -> assertThat(this.fixture.kinds(dave)).containsExactly("followed-thread"));
		awaitRounds(thread);
		assertThat(this.fixture.kinds(bob)).containsExactly("reply");
		assertThat(this.fixture.kinds(carol)).containsExactly("quote");
		assertThat(this.fixture.titles(carol).getFirst()).endsWith(" quoted you in “Bread”");
	}

	@Test
	void quoteOfOwnPostNotifiesNoOne() {
		var bob = this.fixture.member();
		var thread = threadReadableBy("anyone");
		var watching = this.fixture.member();
		follow(watching, "thread", thread.id());
		this.fixture.publishQuote(this.fixture.post(bob, thread, 3), "As I said.", this.fixture.post(bob, thread, 2));
		soon().until(() -> this.fixture.unreadCount(watching) == 1);
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@Test
	void postBeforeFollowingNotifiesNotFollower() {
		var early = this.fixture.member();
		var late = this.fixture.member();
		var thread = threadReadableBy("anyone");
		follow(early, "thread", thread.id());
		this.fixture.publishFollowLevel("subscription.changed", late, "thread", thread.id(), "following", 1,
				Instant.now().plus(1, ChronoUnit.HOURS));
		awaitFollowLevel(late, "thread", thread.id());
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(early) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(late)).isEmpty();
	}

	@Test
	void outdatedFollowEventIsIgnored() {
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var thread = threadReadableBy("anyone");
		this.fixture.publishFollowLevel(bob, "thread", thread.id(), "none", 2);
		awaitFollowLevel(bob, "thread", thread.id());
		this.fixture.publishFollowLevel(bob, "thread", thread.id(), "following", 1);
		this.fixture.publishFollowLevel("subscription.snapshot", carol, "thread", thread.id(), "following", 1,
				Instant.EPOCH);
		awaitFollowLevel(carol, "thread", thread.id());
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(carol) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@Test
	void followerWithoutReadAccessIsNotNotified() {
		var bob = this.fixture.member();
		var moderator = this.fixture.member("user", "moderator");
		var thread = threadReadableBy("moderator");
		follow(bob, "thread", thread.id());
		follow(moderator, "thread", thread.id());
		this.fixture.publishPost(this.fixture.post(this.fixture.member("user", "moderator"), thread, 2), "Between us.");
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
		awaitRounds(thread);
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(bob.id())), "notifications")).isFalse();
	}

	@Test
	void mutedPlaceSuppressesConversationButNotReports() {
		var thread = threadReadableBy("anyone");
		var tags = List.of("t" + thread.id());
		var places = Map.of("thread", thread.id(), "category", thread.category(), "tag", tags.getFirst());
		var muting = places.entrySet().stream().map((place) -> {
			var user = this.fixture.member();
			this.fixture.publishFollowLevel(user, place.getKey(), place.getValue(), "muted", 1);
			awaitFollowLevel(user, place.getKey(), place.getValue());
			return user;
		}).toList();
		var names = muting.stream().map((one) -> "@" + one.username()).toList();
		this.fixture.publishTaggedPost(this.fixture.post(this.fixture.member(), thread, 2),
				"Ask " + String.join(" ", names), tags);
		var last = this.fixture.post(this.fixture.member(), thread, 3);
		this.fixture.publishTaggedPost(last, "And @" + thread.author().username(), tags);
		soon().until(() -> this.fixture.unreadCount(thread.author()) == 1
				&& this.fixture.notifications(thread.author()).getFirst().path("count").asInt() == 2);
		muting.forEach((one) -> {
			assertThat(this.fixture.notifications(one)).isEmpty();
			publishReportClosed(one, this.fixture.post(this.fixture.member(), thread, 4), "upheld");
			soon().until(() -> this.fixture.unreadCount(one) == 1);
			assertThat(this.fixture.titles(one)).containsExactly("A moderator acted on your report");
		});
	}

	@Test
	void bannedClosedAndDeletedUsersAreNotNotified() {
		var banned = this.fixture.member();
		var gone = this.fixture.member();
		var closed = this.fixture.member();
		var watching = this.fixture.member();
		var thread = threadReadableBy("anyone");
		Stream.of(banned, gone, closed, watching).forEach((one) -> follow(one, "thread", thread.id()));
		this.fixture.publishBan(banned, 10);
		this.fixture.publishUserDeletion(gone, 10);
		this.fixture.publishClosing(closed, 10);
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(closed.id()).and("status").is("closed")), "people"));
		soon().until(() -> !this.mongo.exists(new Query(Criteria.where("userId").is(gone.id())), "subscriptions"));
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(banned.id()).and("status").is("banned")), "people"));
		this.fixture.publishFollowLevel(gone, "thread", thread.id(), "following", 2);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Ask @" + banned.username());
		soon().until(() -> this.fixture.unreadCount(watching) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(banned)).isEmpty();
		assertThat(this.fixture.notifications(closed)).isEmpty();
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(gone.id())), "subscriptions")).isFalse();
		this.fixture.publishUnban(banned, 11);
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(banned.id()).and("status").is("active")), "people"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Welcome back.");
		soon().until(() -> this.fixture.unreadCount(banned) == 1);
	}

	@Test
	void editNotifiesNoFollower() {
		var bob = this.fixture.member();
		var thread = threadReadableBy("anyone");
		var said = this.fixture.post(this.fixture.member(), thread, 2);
		this.fixture.publishPost(said, "One.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(said.id())), "posts"));
		awaitRounds(thread);
		follow(bob, "thread", thread.id());
		this.fixture.publishPostEdit(said, "Two.", 1);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Three.");
		soon().until(() -> this.fixture.unreadCount(bob) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(bob)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("count").asInt()).isOne());
	}

	/** Uses more followers than a page of a round or of a withdrawal. */
	@Test
	void manyFollowersAreNotifiedOnceWithdrawnAndNotifiedAgain() throws InterruptedException {
		var thread = threadReadableBy("anyone");
		var followers = IntStream.range(0, 55).mapToObj((_) -> this.fixture.member()).toList();
		followers.forEach((one) -> this.fixture.publishFollowLevel(one, "thread", thread.id(), "following", 1));
		awaitEach(followers, (one) -> this.mongo.exists(followLevel(one, "thread", thread.id()), "subscriptions"));
		var said = this.fixture.post(this.fixture.member(), thread, 2);
		this.fixture.publishPost(said, "One.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(said.id())), "fan_out_rounds")
				|| !this.fixture.notifications(followers.getFirst()).isEmpty());
		continueRoundsConcurrently();
		awaitEach(followers, (one) -> !this.fixture.notifications(one).isEmpty());
		assertThat(followers).allSatisfy((one) -> assertThat(this.fixture.notifications(one)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("count").asInt()).isOne()));
		this.fixture.publishPostRemoval(said, 1);
		awaitEach(followers, (one) -> this.fixture.unreadCount(one) == 0);
		awaitRounds(thread);
		assertThat(this.mongo.exists(new Query(Criteria.where("source").is(said.id())), "notification_receipts"))
			.isFalse();
		this.fixture.publishPostRestoration(said, "One.", 2);
		awaitEach(followers, (one) -> this.fixture.unreadCount(one) == 1);
	}

	/** Continues rounds concurrently with the service. */
	private void continueRoundsConcurrently() throws InterruptedException {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(IntStream.range(0, 3).<Callable<Boolean>>mapToObj((_) -> this::continueRounds).toList());
		}
	}

	private boolean continueRounds() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.worker.doBatch();
			return !this.mongo.exists(new Query(), "fan_out_rounds");
		});
		return true;
	}

	@Test
	void interruptedRoundContinuesAfterLastPage() {
		var thread = threadReadableBy("anyone");
		var people = Stream.of(this.fixture.member(), this.fixture.member())
			.sorted(Comparator.comparing(ServiceFixture.TestUser::id))
			.toList();
		people.forEach((one) -> follow(one, "thread", thread.id()));
		var news = followedThread(thread);
		var now = Instant.now();
		this.fanOutRounds.save(new FanOutRound(news.source(), news, List.of(),
				List.of(FollowTarget.thread(thread.id())), now, people.getFirst().id(), 0, now, List.of()));
		soon().until(() -> this.fixture.unreadCount(people.getLast()) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(people.getFirst())).isEmpty();
	}

	@Test
	void postReadBeforeItsNotificationIsStoredIsRead() {
		var thread = threadReadableBy("anyone");
		var reader = this.fixture.member();
		var earlier = this.fixture.member();
		var other = this.fixture.member();
		Stream.of(reader, earlier, other).forEach((one) -> follow(one, "thread", thread.id()));
		var news = followedPost(thread, 7);
		this.fanOutRounds.save(FanOutRound.notifying(news, List.of(replyTo(thread.author(), thread)),
				List.of(FollowTarget.thread(thread.id())), Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS)));
		this.notifyRecipients.markRead(reader.id(), thread.id(), 7);
		this.notifyRecipients.markRead(thread.author().id(), thread.id(), 9);
		this.notifyRecipients.markRead(earlier.id(), thread.id(), 6);
		continueRound(thread);
		awaitRounds(thread);
		assertThat(Stream.of(reader, earlier, other, thread.author()).map(this.fixture::unreadCount)).containsExactly(0,
				1, 1, 0);
		assertThat(Stream.of(reader, thread.author()).map(this.fixture::titles))
			.allSatisfy((titles) -> assertThat(titles).hasSize(1));
	}

	@Test
	void pageLooksForNotificationsOfItsOwnFollowersOnly() {
		var thread = threadReadableBy("anyone");
		var follower = this.fixture.member();
		var reader = this.fixture.member();
		follow(follower, "thread", thread.id());
		var news = followedPost(thread, 7);
		this.fanOutRounds.save(FanOutRound.notifying(news, List.of(), List.of(FollowTarget.thread(thread.id())),
				Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS)));
		Stream.of(reader, follower).forEach((one) -> this.notifyRecipients.markRead(one.id(), thread.id(), 7));
		for (var collection : List.of("people", "contacts")) {
			soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(reader.id())), collection));
		}
		var commands = this.sent.during(() -> {
			continueRound(thread);
			awaitRounds(thread);
		});
		assertThat(commands).noneMatch((command) -> command.toJson().contains(reader.id()));
		assertThat(this.fixture.notifications(follower)).hasSize(1);
		assertThat(this.fixture.unreadCount(follower)).isZero();
	}

	@Test
	void postReadInItsFormerThreadStaysUnreadWhereItIsMoved() {
		var thread = threadReadableBy("anyone");
		var target = threadReadableBy("anyone");
		var reader = this.fixture.member();
		follow(reader, "thread", thread.id());
		var news = followedPost(thread, 7);
		this.fanOutRounds.save(FanOutRound.notifying(news, List.of(), List.of(FollowTarget.thread(thread.id())),
				Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS)));
		this.notifyRecipients.markRead(reader.id(), thread.id(), 7);
		this.fanOutRounds.movePost(news.source(), NotificationPlace.of(target.id(), target.category()),
				"/threads/" + target.id() + "?post=2", target.title());
		continueRound(target);
		awaitRounds(target);
		assertThat(this.fixture.unreadCount(reader)).isOne();
	}

	@Test
	void failingFollowerDoesNotBlockOthers() {
		var thread = threadReadableBy("anyone");
		var broken = this.fixture.member();
		var fine = this.fixture.member();
		Stream.of(broken, fine).forEach((one) -> follow(one, "thread", thread.id()));
		this.mongo.insert(new Document("_id", broken.id()).append("choices", new Document("NONSENSE", new Document())),
				"preferences");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> {
			retryRound(thread);
			return this.fixture.unreadCount(fine) == 1;
		});
		awaitRounds(thread);
		assertThat(this.fixture.unreadCount(thread.author())).isOne();
	}

	/** News waits while its category is unknown. */
	private void continueRound(ServiceFixture.TestThread thread) {
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(thread.category())), "categories"));
		this.mongo.updateFirst(new Query(Criteria.where("news.place.threadId").is(thread.id())),
				Update.update("dueAt", Instant.EPOCH), "fan_out_rounds");
		this.worker.doBatch();
	}

	/** Retries a failed round at once instead of after growing delays. */
	private void retryRound(ServiceFixture.TestThread thread) {
		this.mongo.updateFirst(new Query(Criteria.where("news.place.threadId").is(thread.id()).and("tries").gt(0)),
				Update.update("dueAt", Instant.EPOCH), "fan_out_rounds");
		this.worker.doBatch();
	}

	@Test
	void outageOfTheDatabaseSkipsNobody() {
		var thread = threadReadableBy("anyone");
		var rounds = new UnreachableRounds(this.mongo, this.clock, new FanOutRound(Ids.next(), followedThread(thread),
				List.of(), List.of(), Instant.now(), null, 0, Instant.now(), List.of()));
		var during = new FollowerFanOutWorker(rounds, this.followedTargets, this.notificationDispatcher,
				this.unitOfWork, this.processRole, this.clock);
		IntStream.range(0, 6).forEach((_) -> during.doBatch());
		assertThat(rounds.round.tries()).isOne();
	}

	@Test
	void failingDirectRecipientsAreSkippedWithoutTheirRound() {
		var thread = threadReadableBy("anyone");
		var follower = this.fixture.member();
		follow(follower, "thread", thread.id());
		this.mongo.insert(
				new Document("_id", thread.author().id()).append("choices", new Document("NONSENSE", new Document())),
				"preferences");
		var round = new FanOutRound(Ids.next(), followedThread(thread), List.of(replyTo(thread.author(), thread)),
				List.of(FollowTarget.thread(thread.id())), Instant.now(), null, 4, Instant.now(), List.of());
		this.fanOutRounds.save(round);
		soon().until(() -> this.fixture.unreadCount(follower) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.unreadCount(thread.author())).isZero();
	}

	@Test
	void editedPostNotifiesThoseWhomItMentionsNow() {
		var thread = threadReadableBy("anyone");
		var mentioned = this.fixture.member();
		var follower = this.fixture.member();
		follow(follower, "thread", thread.id());
		var news = followedThread(thread);
		this.notifyRecipients.begin(new NewRound(news, List.of(replyTo(thread.author(), thread)),
				List.of(FollowTarget.thread(thread.id())), Instant.now()));
		this.notifyRecipients.add(news, List
			.of(new DirectRecipient(Recipient.named(mentioned.username()), NotificationKind.MENTION, "mention", null)));
		for (var recipient : List.of(thread.author(), mentioned, follower)) {
			soon().until(() -> this.fixture.unreadCount(recipient) == 1);
		}
		awaitRounds(thread);
		var later = this.fixture.member();
		this.notifyRecipients.add(news, List.of(replyTo(thread.author(), thread),
				new DirectRecipient(Recipient.of(later.id()), NotificationKind.QUOTE, "quote", null)));
		soon().until(() -> this.fixture.unreadCount(later) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(thread.author()).getFirst().path("count").asInt()).isOne();
	}

	private static NotificationNews followedThread(ServiceFixture.TestThread thread) {
		return NotificationNews.at(NotificationPlace.of(thread.id(), thread.category()),
				NotificationKind.FOLLOWED_THREAD, "followed-thread", Ids.next(), "/threads/" + thread.id(),
				thread.title());
	}

	private static NotificationNews followedPost(ServiceFixture.TestThread thread, int number) {
		return NotificationNews.at(NotificationPlace.of(thread.id(), thread.category()),
				NotificationKind.FOLLOWED_THREAD, "followed-thread", Ids.next(),
				"/threads/%s?post=%d".formatted(thread.id(), number), thread.title());
	}

	private static DirectRecipient replyTo(ServiceFixture.TestUser author, ServiceFixture.TestThread thread) {
		return new DirectRecipient(Recipient.of(author.id()), NotificationKind.REPLY, "reply", thread.id());
	}

	@Test
	void hiddenThreadNotifiesNoFollower() {
		var bob = this.fixture.member();
		var thread = threadReadableBy("anyone");
		follow(bob, "thread", thread.id());
		this.fixture.publishThreadChange("thread.hidden", thread, thread.category(), "hidden", 1);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(thread.id())), "threads"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Late.");
		var other = threadReadableBy("anyone");
		follow(bob, "thread", other.id());
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), other, 2), "Elsewhere.");
		soon().until(() -> this.fixture.unreadCount(bob) == 1);
		awaitRounds(thread);
		assertThat(this.fixture.notifications(bob).getFirst().path("link").asString()).contains(other.id());
	}

	private void publishReportClosed(ServiceFixture.TestUser reporter, ServiceFixture.TestPost post, String status) {
		this.fixture.publish("report.closed",
				Map.of("report", Map.of("id", post.id(), "status", status, "createdAt", "2026-11-20T09:25:00Z"), "post",
						post.reference(), "thread", post.thread().reference(), "reporter", reporter.person()));
	}

	private ServiceFixture.TestThread threadReadableBy(String readers) {
		return this.fixture.thread(this.fixture.member(), this.fixture.category(readers));
	}

	private void follow(ServiceFixture.TestUser user, String kind, String id) {
		this.fixture.publishFollowLevel(user, kind, id, "following", 1);
		awaitFollowLevel(user, kind, id);
	}

	private void awaitFollowLevel(ServiceFixture.TestUser user, String kind, String id) {
		soon().until(() -> this.mongo.exists(followLevel(user, kind, id), "subscriptions"));
	}

	private static Query followLevel(ServiceFixture.TestUser user, String kind, String id) {
		return new Query(Criteria.where("_id").is(user.id() + ":" + kind + ":" + id));
	}

	/** Waits for one user after the other; most need no wait. */
	private static void awaitEach(List<ServiceFixture.TestUser> users, Predicate<ServiceFixture.TestUser> condition) {
		users.forEach((user) -> soon().pollDelay(Duration.ZERO).until(() -> condition.test(user)));
	}

	private void awaitRounds(ServiceFixture.TestThread thread) {
		soon().until(() -> hasNoRounds(thread));
	}

	private boolean hasNoRounds(ServiceFixture.TestThread thread) {
		return !this.mongo.exists(new Query(Criteria.where("news.place.threadId").is(thread.id())), "fan_out_rounds")
				&& !this.mongo.exists(new Query(Criteria.where("news").exists(false)), "fan_out_rounds");
	}

	/** One round, which cannot be read in order to continue it. */
	private static final class UnreachableRounds extends FanOutRounds {

		private FanOutRound round;

		UnreachableRounds(MongoOperations mongo, InstantSource clock, FanOutRound round) {
			super(mongo, clock);
			this.round = round;
		}

		@Override
		List<FanOutRound> claimDue(int limit) {
			return List.of(this.round);
		}

		@Override
		List<FanOutRound> findAll(Collection<String> sources) {
			throw new DataAccessResourceFailureException("away");
		}

		@Override
		void postpone(FanOutRound one, int tries, Duration pause) {
			this.round = new FanOutRound(one.source(), one.news(), one.direct(), one.targets(), one.before(),
					one.after(), tries, one.dueAt(), one.readers());
		}

	}

}
