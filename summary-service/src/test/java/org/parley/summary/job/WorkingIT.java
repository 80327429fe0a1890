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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.Somebody;
import org.parley.summary.SummaryIT;
import org.parley.summary.discussion.Posts;
import org.parley.summary.discussion.Threads;
import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Engine;
import org.parley.summary.engine.Material;
import org.parley.summary.engine.Print;
import org.parley.summary.engine.Sentence;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Workers share the jobs, and finish what others left. */
class WorkingIT extends SummaryIT {

	private static final String SECRET = "Stupice tomatoes ripen in any shade.";

	@Autowired
	private Jobs jobs;

	@Autowired
	private Working working;

	@Autowired
	private Finishing finishing;

	@Autowired
	private Threads threads;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private Posts posts;

	@Autowired
	private Summaries summaries;

	@Autowired
	private Engine engine;

	@Autowired
	private MeterRegistry meters;

	private String told = "";

	private final List<String> completed = new ArrayList<>();

	@BeforeEach
	void listen() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		var exchange = new TopicExchange("summary.events");
		this.admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with("summary.completed"));
		this.told = queue.getName();
	}

	@Test
	void whoeverAsksMeanwhileWaitsForTheSameJob() {
		var thread = knownThread();
		var job = held(thread, Instant.now().plusSeconds(60));
		var alice = Somebody.with();
		var bob = Somebody.with();
		assertThat(this.client.ask(alice, thread).status()).isEqualTo(202);
		assertThat(this.client.ask(bob, thread).status()).isEqualTo(202);
		assertThat(this.client.ask(bob, thread).status()).isEqualTo(202);
		var now = job(thread);
		assertThat(now.summaryId()).isEqualTo(job.summaryId());
		assertThat(now.askers()).containsExactlyInAnyOrder("first", alice.id(), bob.id());
	}

	@Test
	void manyWhoAskAtTheSameTimeMakeOneJob() {
		var thread = knownThread();
		var people = IntStream.range(0, 8).mapToObj((_) -> Somebody.with()).toList();
		var statuses = people.parallelStream().map((somebody) -> this.client.ask(somebody, thread).status()).toList();
		assertThat(statuses).isSubsetOf(200, 202).contains(202);
		soon().until(() -> job(thread).state() == JobState.READY);
		isToldOnce(thread);
	}

	@Test
	void aJobWhoseWorkerDiedIsTakenAgain() {
		var thread = knownThread();
		held(thread, Instant.now().minusSeconds(1));
		soon().until(() -> job(thread).state() == JobState.READY);
		assertThat(job(thread).attempts()).isEqualTo(2);
		assertThat(this.client.read(Somebody.GUEST, thread).data().path("status").asString()).isEqualTo("ready");
	}

	@Test
	void whoeverIsLateChangesNothing() {
		var thread = knownThread();
		var late = held(thread, Instant.now().minusSeconds(1));
		soon().until(() -> job(thread).state() == JobState.READY);
		var draft = new Draft("late", List.of(new Sentence("Late.", List.of(1))), List.<Print>of(), 1);
		this.finishing.complete(late, this.threads.find(thread).orElseThrow(),
				new Summary(thread, late.summaryId(), draft, Instant.now()));
		this.finishing.fail(late, this.threads.find(thread).orElseThrow(), "gave-up");
		this.jobs.putBack(late, Duration.ZERO);
		assertThat(job(thread).state()).isEqualTo(JobState.READY);
		assertThat(this.client.read(Somebody.GUEST, thread).data().path("engine").asString()).isEqualTo("extractive");
	}

	@Test
	void workersShareWhatThereIs() {
		var all = IntStream.range(0, 24).mapToObj((_) -> thread()).toList();
		settle();
		var busy = Collections.synchronizedList(new ArrayList<String>());
		var other = Thread.ofVirtual().unstarted(() -> {
			while (!all.stream().allMatch((thread) -> job(thread).state() == JobState.READY)) {
				this.jobs.take(Duration.ofSeconds(60)).ifPresent((job) -> {
					busy.add(job.threadId());
					this.working.work(job);
				});
			}
		});
		all.forEach((thread) -> held(thread, Instant.now().minusSeconds(1)));
		other.start();
		soon().until(() -> all.stream().allMatch((thread) -> job(thread).state() == JobState.READY));
		all.forEach(this::isToldOnce);
		assertThat(busy).doesNotHaveDuplicates();
	}

	@Test
	void aJobThatNobodyCanDoIsGivenUp() {
		var thread = knownThread();
		this.mongo.save(job(thread, JobState.WORKING, Instant.now().minusSeconds(1), 30));
		soon().until(() -> job(thread).state() == JobState.FAILED);
		assertThat(this.client.read(Somebody.GUEST, thread).data().path("status").asString()).isEqualTo("failed");
	}

	@Test
	void withoutItsEventAJobIsDoneAllTheSame() {
		var thread = knownThread();
		this.work.run(() -> this.jobs.request(thread, Set.of(), 1));
		soon().until(() -> job(thread).state() == JobState.READY);
	}

	@Test
	void anAskedJobWaitsForPostsThatAreOnTheirWay() {
		var thread = thread();
		this.forum.moderate(this.forum.firstOf(thread), thread, 1, "held", null);
		settle();
		var asked = this.client.ask(Somebody.with(), thread);
		assertThat(asked.status()).isEqualTo(202);
		soon().until(() -> job(thread).attempts() >= 1);
		this.forum.moderate(this.forum.firstOf(thread), thread, 1, "active", "Which tomatoes ripen in shade?");
		soon().until(() -> job(thread).state() == JobState.READY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "removed", "held", "edited", "moved" })
	void summaryOfWhatChangesMeanwhileIsNotStored(String change) {
		var thread = thread();
		var post = this.forum.reply(thread, 2, SECRET);
		settle();
		worker(() -> change(change, thread, post)).work(held(thread, Instant.now().plusSeconds(60)));
		soon().until(() -> job(thread).state() == JobState.READY);
		assertThat(job(thread).attempts()).as("the job was done anew").isGreaterThan(1);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).asString()
			.contains("ripen in shade")
			.doesNotContain("Stupice");
		assertThat(this.client.read(Somebody.GUEST, thread).body().toString()).doesNotContain("Stupice");
		isToldOnce(thread);
	}

	@Test
	void summaryOfThreadHiddenMeanwhileIsNotStoredAndItsTextIsReadNoMore() {
		var thread = thread();
		settle();
		var reads = new AtomicInteger();
		var worker = worker(() -> {
			reads.incrementAndGet();
			this.forum.tellThread("thread.hidden", thread, "hidden");
			settle();
		});
		worker.work(held(thread, Instant.now().plusSeconds(60)));
		soon().until(() -> job(thread).state() == JobState.FAILED);
		assertThat(job(thread).attempts()).as("one more look is enough").isEqualTo(2);
		assertThat(reads).hasValue(1);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).isNull();
		worker.work(held(thread, Instant.now().plusSeconds(60)));
		assertThat(reads).as("the engine is not told of a hidden thread").hasValue(1);
	}

	@Test
	void wordsOfPostRemovedWhileTheSummaryIsStoredAreNotKept() {
		var thread = thread();
		var post = this.forum.reply(thread, 2, SECRET);
		settle();
		var late = new Finishing(this.jobs, this.summaries, (event) -> change("removed", thread, post), this.work,
				this.meters, InstantSource.system());
		var worker = new Working(this.jobs, this.threads, this.posts, this.summaries, this.engine, late,
				InstantSource.system());
		worker.work(held(thread, Instant.now().plusSeconds(60)));
		assertThat(job(thread).state()).isEqualTo(JobState.READY);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).isNull();
	}

	/** A worker during whose work something happens, and is known here at its end. */
	private Working worker(Runnable meanwhile) {
		var slow = new SlowEngine(this.engine, meanwhile);
		return new Working(this.jobs, this.threads, this.posts, this.summaries, slow, this.finishing,
				InstantSource.system());
	}

	private void change(String change, String thread, String post) {
		switch (change) {
			case "removed" -> this.forum.remove(post, thread, 2);
			case "held" -> this.forum.moderate(post, thread, 2, "held", null);
			case "edited" -> this.forum.edit(post, thread, 2, "Nothing does, as far as I know.");
			case "moved" -> this.forum.move(post, thread, 2, thread(), 2, SECRET);
			default -> throw new IllegalArgumentException(change);
		}
		settle();
	}

	/** Works as another does, and takes its time. */
	private record SlowEngine(Engine fast, Runnable meanwhile) implements Engine {

		@Override
		public String name() {
			return this.fast.name();
		}

		@Override
		public Duration patience() {
			return this.fast.patience();
		}

		@Override
		public Draft summarize(Material material) {
			var draft = this.fast.summarize(material);
			this.meanwhile.run();
			return draft;
		}

	}

	private String knownThread() {
		var thread = thread();
		settle();
		return thread;
	}

	private String thread() {
		return this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
	}

	private Job job(String thread) {
		return this.jobs.find(thread).orElseGet(() -> job(thread, JobState.FAILED, Instant.EPOCH, 0));
	}

	/** As a worker left it, that may be alive or dead. */
	private Job held(String thread, Instant until) {
		return this.mongo.save(job(thread, JobState.WORKING, until, 1));
	}

	private static Job job(String thread, JobState state, Instant dueAt, int attempts) {
		return new Job(thread, Ids.next(), state, Set.of("first"), 1, Instant.now().truncatedTo(ChronoUnit.MILLIS),
				dueAt.truncatedTo(ChronoUnit.MILLIS), attempts, Ids.next(), null);
	}

	/** How often it was told that a thread's summary is ready. */
	private void isToldOnce(String thread) {
		soon().untilAsserted(() -> {
			for (var message = this.rabbit.receive(this.told); message != null; message = this.rabbit
				.receive(this.told)) {
				this.completed.add(this.json.readTree(message.getBody()).at("/data/threadId").asString());
			}
			assertThat(this.completed).filteredOn(thread::equals).hasSize(1);
		});
	}

}
