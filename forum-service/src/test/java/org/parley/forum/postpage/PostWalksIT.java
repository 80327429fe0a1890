package org.parley.forum.postpage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.ForumProperties;
import org.parley.forum.cache.ExpiringAnswer;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.post.view.PostView;
import org.parley.forum.thread.PostNumberGaps;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Property: readers that follow the end of a thread, or page back from any page, read
 * every post once, whatever happens to the numbers that replies have taken.
 */
class PostWalksIT extends ForumProperties {

	private static final Duration TRANSACTION = Duration.ofSeconds(90);

	@Autowired
	private PostNumberGaps postNumberGaps;

	@Autowired
	private FormerPlaces formerPlaces;

	private final TestUser author = TestUser.with();

	@BeforeProperty
	void createAuthor() {
		this.forum.thread(this.author, this.forum.category());
	}

	/** These posts have no thread. */
	@AfterProperty
	void deletePosts() {
		for (var collection : List.of("posts", "threads")) {
			this.mongo.remove(new Query(Criteria.where("authorId").is(this.author.id())), collection);
		}
	}

	@Property(tries = 100)
	void cursorsReadEveryPostOnce(@ForAll("steps") List<Step> steps) {
		var scenario = new Scenario(false);
		scenario.run(steps);
		assertThat(scenario.followed).isEqualTo(scenario.posts());
		assertThat(scenario.backwardReads).allSatisfy((read) -> assertThat(read.numbers())
			.isEqualTo(scenario.posts().stream().filter((number) -> number < read.before()).toList()));
	}

	/** The page ends before its first number, so no post is at its cursor. */
	@Example
	void gapBeforeCursorOfEmptyPageIsNotPassed() {
		var scenario = new Scenario(false);
		scenario.run(List.of(new Take(), new Take(), new Take(), new Take(), new Commit(2), new Commit(2),
				new Leaf(2, 1), new Leaf(0, 3), new Commit(0), new Commit(0)));
		assertThat(scenario.backwardReads).singleElement()
			.satisfies((read) -> assertThat(read.numbers()).containsExactly(1, 2));
	}

	@Example
	void readerThatIgnoresGapsMissesPosts() {
		var missed = steps().sampleStream().limit(60).filter((steps) -> {
			var scenario = new Scenario(true);
			scenario.run(steps);
			assertThat(scenario.followed).doesNotHaveDuplicates();
			return !scenario.followed.equals(scenario.posts());
		});
		assertThat(missed.findFirst()).isPresent();
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		var which = Arbitraries.integers().between(0, 7);
		var size = Arbitraries.integers().between(1, 4);
		return Arbitraries
			.<Step>frequencyOf(Tuple.of(9, Arbitraries.just(new Take())), Tuple.of(6, which.map(Commit::new)),
					Tuple.of(1, which.map(RollBack::new)), Tuple.of(1, which.map(Lose::new)),
					Tuple.of(1, Arbitraries.integers().between(1, 60).map(Pass::new)),
					Tuple.of(4, size.map(Follow::new)),
					Tuple.of(4, which.flatMap((place) -> size.map((limit) -> new Leaf(place, limit)))))
			.list()
			.ofMaxSize(80)
			.withSizeDistribution(RandomDistribution.uniform());
	}

	/** A step of a scenario. */
	sealed interface Step permits Take, Commit, RollBack, Lose, Pass, Follow, Leaf {

	}

	/** A reply takes its number. */
	private record Take() implements Step {
	}

	/** Commits one of the open replies. */
	private record Commit(int which) implements Step {
	}

	/** Rolls back one of the open replies and records the gap. */
	private record RollBack(int which) implements Step {
	}

	/** The writer of one of the open replies crashes. */
	private record Lose(int which) implements Step {
	}

	/** Time passes. */
	private record Pass(int seconds) implements Step {
	}

	/** A reader follows the next cursor, or reads the last page again. */
	private record Follow(int limit) implements Step {
	}

	/** A reader opens the page of a post, then pages back. */
	private record Leaf(int place, int limit) implements Step {
	}

	/** A number that was taken. */
	private record Taken(int number, Instant at) {
	}

	/** The numbers that a reader found on the pages before a post. */
	private record BackwardRead(int before, List<Integer> numbers) {
	}

	/** Ignores open gaps. */
	private static final class GapIgnoringWindow extends CommittedPostWindow {

		GapIgnoringWindow(PostWalksIT test, InstantSource clock) {
			super(test.mongo, test.postNumberGaps, test.formerPlaces, clock);
		}

		@Override
		public List<Post> settled(List<Post> posts, long last) {
			return posts;
		}

	}

	/** A thread with its writers and two readers. */
	private final class Scenario {

		private final String thread = Ids.next();

		private final PostPages postPages;

		private final List<Taken> open = new ArrayList<>();

		private final TreeSet<Integer> committed = new TreeSet<>();

		private final List<Integer> followed = new ArrayList<>();

		private List<Integer> lastPage = List.of();

		private @Nullable Cursor onwards;

		private final List<BackwardRead> backwardReads = new ArrayList<>();

		private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

		private int lastNumber;

		private @Nullable Cursor back;

		Scenario(boolean ignoreGaps) {
			var test = PostWalksIT.this;
			var tail = ignoreGaps ? new GapIgnoringWindow(test, () -> this.now)
					: new CommittedPostWindow(test.mongo, test.postNumberGaps, test.formerPlaces, () -> this.now);
			this.postPages = new PostPages(test.mongo, test.members, new AnswerBranches(test.mongo), tail);
		}

		List<Integer> posts() {
			return List.copyOf(this.committed);
		}

		/** Runs all steps, then reads the rest after all transactions have ended. */
		void run(List<Step> steps) {
			take();
			commit(this.open.removeFirst());
			steps.forEach(this::step);
			this.open.clear();
			this.now = this.now.plus(Duration.ofMinutes(5));
			do {
				follow(3);
				assertThat(this.followed).isSorted();
			}
			while (this.lastPage.isEmpty());
			this.followed.addAll(this.lastPage);
			while (this.back != null) {
				readBack(3);
			}
		}

		private void step(Step step) {
			switch (step) {
				case Take _ -> take();
				case Commit(var which) when !this.open.isEmpty() -> commit(taken(which));
				case RollBack(var which) when !this.open.isEmpty() -> leaveGap(taken(which));
				case Lose(var which) when !this.open.isEmpty() -> taken(which);
				case Pass(var seconds) -> pass(seconds);
				case Follow(var limit) -> follow(limit);
				case Leaf(var _, var limit) when this.back != null -> readBack(limit);
				case Leaf(var place, var limit) -> readBackFrom(this.lastNumber - place % this.lastNumber, limit);
				default -> {
				}
			}
		}

		private void take() {
			this.lastNumber++;
			this.open.add(new Taken(this.lastNumber, this.now));
		}

		private Taken taken(int which) {
			return this.open.remove(which % this.open.size());
		}

		private void commit(Taken taken) {
			PostWalksIT.this.mongo.insert(new Document("_id", Ids.next()).append("threadId", this.thread)
				.append("number", taken.number())
				.append("authorId", PostWalksIT.this.author.id())
				.append("depth", 0)
				.append("content", "x")
				.append("html", "<p>x</p>")
				.append("status", "ACTIVE")
				.append("statusBefore", "ACTIVE")
				.append("createdAt", taken.at())
				.append("version", 0L)
				.append("voteScore", 0), "posts");
			this.committed.add(taken.number());
		}

		private void leaveGap(Taken taken) {
			PostWalksIT.this.mongo
				.insert(new Document("_id", this.thread + ":" + taken.number()).append("threadId", this.thread)
					.append("number", taken.number())
					.append("at", Instant.now()), "post_number_gaps");
		}

		/** The database aborts long transactions. */
		private void pass(int seconds) {
			this.now = this.now.plusSeconds(seconds);
			this.open.removeIf((taken) -> taken.at().plus(TRANSACTION).isBefore(this.now));
		}

		private void follow(int limit) {
			var page = page(this.onwards, limit);
			var next = page.meta().pagination().next();
			this.lastPage = (next != null) ? List.of() : numbers(page);
			if (next != null) {
				this.followed.addAll(numbers(page));
				this.onwards = Cursor.parse(next, PostPages.FLAT, 1);
			}
		}

		private void readBackFrom(int number, int limit) {
			var start = (number - 1) / limit * limit;
			var page = page((start > 0) ? Cursor.next(PostPages.FLAT, start) : null, limit);
			this.back = previous(page);
			if (this.back != null) {
				var before = page.data().isEmpty() ? start + 1 : numbers(page).getFirst();
				this.backwardReads.add(new BackwardRead(before, new ArrayList<>()));
			}
		}

		private void readBack(int limit) {
			var page = page(this.back, limit);
			this.backwardReads.getLast().numbers().addAll(0, numbers(page));
			this.back = previous(page);
		}

		@SuppressWarnings("unchecked")
		private Paged<PostView> page(@Nullable Cursor from, int limit) {
			var page = this.postPages.readFlat(this.thread, from, limit, Audience.EVERYONE);
			return (Paged<PostView>) ((page instanceof ExpiringAnswer(var answer)) ? answer : page);
		}

		private @Nullable Cursor previous(Paged<PostView> page) {
			var prev = page.meta().pagination().prev();
			return (prev != null) ? Cursor.parse(prev, PostPages.FLAT, 1) : null;
		}

		private static List<Integer> numbers(Paged<PostView> page) {
			return page.data().stream().map(PostView::number).toList();
		}

	}

}
