package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.ModerationClient;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.check.StartCheck.StartedCheck;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The order and number of claims, while no loop of the service takes part. */
class ClaimIT extends ModerationIT {

	private static final int WAITING = 10_000;

	private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

	private final CheckSettings settings = new CheckSettings(4, Duration.ofSeconds(30), Duration.ofMinutes(1),
			Duration.ofDays(7));

	@Autowired
	private ModerationModelClient moderationModelClient;

	@Autowired
	private ClusterLoops checkLoops;

	@Autowired
	private CheckWorker checkWorker;

	private final AuthorReference author = ModerationClient.reference(TestUser.with());

	private Instant now = START.plusSeconds(WAITING);

	@BeforeEach
	void stopLoops() {
		this.checkLoops.stop();
		removeWaiting();
	}

	@AfterEach
	void startLoops() {
		removeWaiting();
		this.checkLoops.start();
	}

	@Test
	void newTextIsClaimedByTheSecondClaimHoweverManyWait() {
		insert(WAITING);
		var worker = worker();
		assertThat(claimedIds(worker, 6)).containsExactly(id(WAITING - 1), id(0), id(WAITING - 2), id(1),
				id(WAITING - 3), id(2));
		worker.claim(false);
		this.now = this.now.plusSeconds(1);
		insertAt(WAITING, this.now);
		assertThat(claimedIds(worker, 2)).contains(id(WAITING));
	}

	@Test
	void loneInstancePollsAsOftenBecauseNoSignalTellsThatModelIsReady() {
		this.checkWorker.waits();
		assertThat(this.checkWorker.pollAlone()).isLessThanOrEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void everyWaitingTextIsClaimedOnceByFourWorkers() throws Exception {
		insert(400);
		var tasks = Stream.generate(this::worker).limit(4).<Callable<List<String>>>map((worker) -> () -> all(worker));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var claimed = new HashSet<String>();
			for (var ids : threads.invokeAll(tasks.toList())) {
				ids.get().forEach((id) -> assertThat(claimed.add(id)).as(id).isTrue());
			}
			assertThat(claimed).hasSize(400);
		}
	}

	@Test
	void killedWorkerCostsOneMoreCallAtMost() {
		insert(1);
		var dead = worker().claim(false).orElseThrow();
		var other = worker();
		assertThat(other.claim(false)).isEmpty();
		this.now = this.now.plus(this.moderationModelClient.maxDuration()).plus(this.settings.margin());
		var taken = other.claim(false).orElseThrow();
		assertThat(taken.attempts()).isEqualTo(2);
		assertThat(worker().claim(false)).isEmpty();
		assertThat(other.conclude(taken, clean())).isTrue();
		assertThat(worker().conclude(dead, clean())).isFalse();
		this.now = this.now.plus(Duration.ofDays(1));
		assertThat(worker().claim(true)).isEmpty();
	}

	@Test
	void verdictAboutClaimedTextIsDroppedAfterEdit() {
		insert(1);
		var worker = worker();
		var claimed = worker.claim(false).orElseThrow();
		worker.storeAll(List.of(started(new ContentRevision(1, 0))));
		assertThat(worker.conclude(claimed, clean())).isFalse();
		var edited = worker.claim(false).orElseThrow();
		assertThat(edited.revision()).isEqualTo(new ContentRevision(1, 0));
		assertThat(worker.storeAll(List.of(started(new ContentRevision(0, 0))))).containsExactly(id(0));
		assertThat(worker.find(id(0)).map(PostCheck::revision)).contains(new ContentRevision(1, 0));
	}

	@Test
	void judgedRevisionInSameBatchWaitsForNobody() {
		var worker = worker();
		var judged = new StartedCheck(check(0, this.now, new ContentRevision(1, 0)), clean(), false);
		assertThat(worker.storeAll(List.of(started(new ContentRevision(0, 0)), judged))).isEmpty();
		assertThat(worker.find(id(0)).map(PostCheck::revision)).contains(new ContentRevision(1, 0));
	}

	private StartedCheck started(ContentRevision revision) {
		return new StartedCheck(check(0, this.now, revision), null, false);
	}

	private PostChecks worker() {
		InstantSource clock = () -> this.now;
		return new PostChecks(this.mongo, clock, this.settings, this.moderationModelClient);
	}

	private static List<String> claimedIds(PostChecks worker, int count) {
		return IntStream.range(0, count).mapToObj((_) -> worker.claim(false).orElseThrow().postId()).toList();
	}

	private static List<String> all(PostChecks worker) {
		return Stream.generate(() -> worker.claim(false))
			.takeWhile(Optional::isPresent)
			.map((claimed) -> claimed.orElseThrow().postId())
			.toList();
	}

	private void insert(int count) {
		this.mongo.insertAll(IntStream.range(0, count)
			.mapToObj((number) -> check(number, START.plusSeconds(number), new ContentRevision(0, 0)))
			.toList());
	}

	private void insertAt(int number, Instant arrival) {
		this.mongo.insert(check(number, arrival, new ContentRevision(0, 0)));
	}

	private void removeWaiting() {
		this.mongo.remove(new Query(new Criteria().orOperator(Criteria.where("stage").ne(Stage.DONE),
				Criteria.where("_id").regex("^post-"))), PostCheck.class);
	}

	private PostCheck check(int number, Instant arrival, ContentRevision revision) {
		var post = new ModeratedPostReference(id(number), 2, this.author);
		var thread = new ModeratedThreadReference(Ids.next(), "tomatoes", "Tomatoes",
				new ModeratedThreadReference.Category("01KAG2W0K2M4N6P8Q0R2S4T6V8", "gardening"), this.author);
		return new PostCheck(post.id(), post, thread, revision, "Try Stupice.",
				Submission.of("Try Stupice.", "", (_) -> false).fingerprint(), Stage.FIRST, arrival, arrival, arrival,
				null, false, null, 0, Ids.next(), null, null);
	}

	private static String id(int number) {
		return "post-%05d".formatted(number);
	}

	private Judgement clean() {
		return new Judgement(Verdict.CLEAN, List.of(), "a-model", "Standard", 1, Map.of(), 0, 0d, this.now, null, null,
				null);
	}

}
