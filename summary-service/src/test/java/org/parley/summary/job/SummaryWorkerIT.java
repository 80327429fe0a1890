package org.parley.summary.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.summary.SummaryIT;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.engine.SummarySentence;
import org.parley.summary.modelswitch.ModelPermission;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests of workers that share jobs, die and lose their claims. */
class SummaryWorkerIT extends SummaryIT {

	private static final String FIRST = Ids.next();

	private static final String SECRET = "Stupice tomatoes ripen in any shade.";

	@Autowired
	private SummaryJobs summaryJobs;

	@Autowired
	private SummaryWorker summaryWorker;

	@Autowired
	private ClusterLoops summaryLoops;

	@Autowired
	private FinishJob finishJob;

	@Autowired
	private SummarizedThreads summarizedThreads;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private SummarizedPosts summarizedPosts;

	@Autowired
	private Summaries summaries;

	@Autowired
	private SummaryEngine summaryEngine;

	@Autowired
	private ModelPermission modelPermission;

	@Autowired
	private MeterRegistry meters;

	private @Nullable PublishedEvents completed;

	@BeforeEach
	void listen() {
		this.completed = new PublishedEvents(this.admin, this.rabbit, "summary.events", "summary.completed");
	}

	@Test
	void laterRequestJoinsOpenJob() {
		var thread = knownThread();
		var job = claimedJob(thread, Instant.now().plusSeconds(60));
		var alice = TestUser.with();
		var bob = TestUser.with();
		assertThat(this.client.request(alice, thread).status()).isEqualTo(202);
		assertThat(this.client.request(bob, thread).status()).isEqualTo(202);
		assertThat(this.client.request(bob, thread).status()).isEqualTo(202);
		var now = job(thread);
		assertThat(now.summaryId()).isEqualTo(job.summaryId());
		assertThat(now.askers()).containsExactlyInAnyOrder(FIRST, alice.id(), bob.id());
	}

	@Test
	void concurrentRequestsCreateOneJob() {
		var thread = knownThread();
		var people = IntStream.range(0, 8).mapToObj((_) -> TestUser.with()).toList();
		var statuses = people.parallelStream().map((user) -> this.client.request(user, thread).status()).toList();
		assertThat(statuses).isSubsetOf(200, 202).contains(202);
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
		assertCompletedOnce(thread);
	}

	@Test
	void jobOfDeadWorkerIsClaimedAgain() {
		var thread = knownThread();
		claimedJob(thread, Instant.now().minusSeconds(1));
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
		assertThat(job(thread).attempts()).isEqualTo(2);
		assertThat(this.client.read(TestUser.GUEST, thread).data().path("status").asString()).isEqualTo("ready");
	}

	@Test
	void workerWithLostClaimChangesNothing() {
		var thread = knownThread();
		var late = claimedJob(thread, Instant.now().minusSeconds(1));
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
		var draft = new SummaryDraft("late", List.of(new SummarySentence("Late.", List.of(1))),
				List.<ContentFingerprint>of(), 1);
		this.finishJob.complete(late, this.summarizedThreads.find(thread).orElseThrow(),
				new Summary(thread, late.summaryId(), draft, Instant.now()));
		this.finishJob.fail(late, this.summarizedThreads.find(thread).orElseThrow(), "gave-up");
		this.summaryJobs.release(late, Duration.ZERO);
		assertThat(job(thread).state()).isEqualTo(SummaryJobState.READY);
		assertThat(this.client.read(TestUser.GUEST, thread).data().path("engine").asString()).isEqualTo("extractive");
	}

	@Test
	void workersShareJobs() {
		var all = IntStream.range(0, 24).mapToObj((_) -> thread()).toList();
		awaitEventsHandled();
		var busy = Collections.synchronizedList(new ArrayList<String>());
		var other = Thread.ofVirtual().unstarted(() -> {
			while (!all.stream().allMatch((thread) -> job(thread).state() == SummaryJobState.READY)) {
				this.summaryJobs.claim(Duration.ofSeconds(60)).ifPresent((job) -> {
					busy.add(job.threadId());
					this.summaryWorker.process(job);
				});
			}
		});
		all.forEach((thread) -> claimedJob(thread, Instant.now().minusSeconds(1)));
		other.start();
		eventually().until(() -> all.stream().allMatch((thread) -> job(thread).state() == SummaryJobState.READY));
		all.forEach(this::assertCompletedOnce);
		assertThat(busy).doesNotHaveDuplicates();
	}

	@Test
	void jobFailsAfterMaxAttempts() {
		var thread = knownThread();
		claimed(job(thread, SummaryJobState.WORKING, Instant.now().minusSeconds(1), 30));
		eventually().until(() -> job(thread).state() == SummaryJobState.FAILED);
		assertThat(this.client.read(TestUser.GUEST, thread).data().path("status").asString()).isEqualTo("failed");
	}

	@Test
	void jobWithoutEventIsFinished() {
		var thread = knownThread();
		this.unitOfWork.run(() -> this.summaryJobs.create(thread, Set.of(), 1));
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
	}

	@Test
	void jobWaitsForArrivingPosts() {
		var thread = thread();
		this.forum.moderate(this.forum.firstPostOf(thread), thread, 1, "held", null);
		awaitEventsHandled();
		var response = this.client.request(TestUser.with(), thread);
		assertThat(response.status()).isEqualTo(202);
		eventually().until(() -> job(thread).attempts() >= 1);
		this.forum.moderate(this.forum.firstPostOf(thread), thread, 1, "active", "Which tomatoes ripen in shade?");
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "removed", "held", "edited", "moved" })
	void draftOfChangedPostIsNotStored(String change) {
		var thread = thread();
		var post = this.forum.reply(thread, 2, SECRET);
		awaitEventsHandled();
		worker(() -> change(change, thread, post)).process(claimedJob(thread, Instant.now().plusSeconds(60)));
		eventually().until(() -> job(thread).state() == SummaryJobState.READY);
		assertThat(job(thread).attempts()).as("attempts").isGreaterThan(1);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).asString()
			.contains("ripen in shade")
			.doesNotContain("Stupice");
		assertThat(this.client.read(TestUser.GUEST, thread).body().toString()).doesNotContain("Stupice");
		assertCompletedOnce(thread);
	}

	@Test
	void draftOfThreadHiddenMeanwhileIsNotStored() {
		var thread = thread();
		awaitEventsHandled();
		var reads = new AtomicInteger();
		var worker = worker(() -> {
			reads.incrementAndGet();
			this.forum.publishThread("thread.hidden", thread, "hidden");
			awaitEventsHandled();
		});
		worker.process(claimedJob(thread, Instant.now().plusSeconds(60)));
		eventually().until(() -> job(thread).state() == SummaryJobState.FAILED);
		assertThat(job(thread).attempts()).as("attempts").isEqualTo(2);
		assertThat(reads).hasValue(1);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).isNull();
		worker.process(claimedJob(thread, Instant.now().plusSeconds(60)));
		assertThat(reads).as("engine runs on the hidden thread").hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "removed", "edited", "hidden" })
	void summaryOutdatedWhileStoredIsDeleted(String change) {
		var thread = thread();
		var post = this.forum.reply(thread, 2, SECRET);
		awaitEventsHandled();
		var late = new FinishJob(this.summaryJobs, this.summaries, (event) -> change(change, thread, post),
				this.unitOfWork, this.meters, InstantSource.system());
		var worker = worker(this.summaryEngine, late);
		worker.process(claimedJob(thread, Instant.now().plusSeconds(60)));
		assertThat(job(thread).state()).isEqualTo(SummaryJobState.READY);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).isNull();
	}

	/** Creates a worker that runs an action after its engine has read the posts. */
	private SummaryWorker worker(Runnable action) {
		var slow = new SlowEngine(this.summaryEngine, action);
		return worker(slow, this.finishJob);
	}

	private SummaryWorker worker(SummaryEngine engine, FinishJob finish) {
		return new SummaryWorker(this.summaryJobs, this.summarizedThreads, this.summaries,
				new DraftSummary(this.summarizedPosts, this.summaries, engine, this.modelPermission), finish,
				InstantSource.system());
	}

	private void change(String change, String thread, String post) {
		switch (change) {
			case "removed" -> this.forum.remove(post, thread, 2);
			case "held" -> this.forum.moderate(post, thread, 2, "held", null);
			case "edited" -> this.forum.edit(post, thread, 2, "I was wrong.");
			case "moved" -> this.forum.move(post, thread, 2, thread(), 2, SECRET);
			case "hidden" -> this.forum.publishThread("thread.hidden", thread, "hidden");
			default -> throw new IllegalArgumentException(change);
		}
		awaitEventsHandled();
	}

	/** An engine that runs an action after its delegate. */
	private record SlowEngine(SummaryEngine fast, Runnable action) implements SummaryEngine {

		@Override
		public String name() {
			return this.fast.name();
		}

		@Override
		public Duration maxDuration() {
			return this.fast.maxDuration();
		}

		@Override
		public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
			var draft = this.fast.summarize(summaryMaterial);
			this.action.run();
			return draft;
		}

	}

	private String knownThread() {
		var thread = thread();
		awaitEventsHandled();
		return thread;
	}

	private String thread() {
		return this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
	}

	private SummaryJob job(String thread) {
		return this.summaryJobs.find(thread).orElseGet(() -> job(thread, SummaryJobState.FAILED, Instant.EPOCH, 0));
	}

	/** Stores a job that another worker has claimed. */
	private SummaryJob claimedJob(String thread, Instant until) {
		return claimed(job(thread, SummaryJobState.WORKING, until, 1));
	}

	private SummaryJob claimed(SummaryJob job) {
		var stored = this.mongo.save(job);
		this.summaryLoops.signal();
		return stored;
	}

	private static SummaryJob job(String thread, SummaryJobState state, Instant dueAt, int attempts) {
		return new SummaryJob(thread, Ids.next(), state, Set.of(FIRST), 1, Instant.now().truncatedTo(ChronoUnit.MILLIS),
				dueAt.truncatedTo(ChronoUnit.MILLIS), attempts, Ids.next(), null);
	}

	/** Verifies that one {@code summary.completed} was published. */
	private void assertCompletedOnce(String thread) {
		eventually().untilAsserted(() -> assertThat(Objects.requireNonNull(this.completed).all())
			.filteredOn((event) -> event.at("/data/threadId").asString().equals(thread))
			.hasSize(1));
	}

}
