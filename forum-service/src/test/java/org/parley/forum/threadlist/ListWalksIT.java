package org.parley.forum.threadlist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.parley.forum.ForumProperties;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.view.ThreadView;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of cursors while threads change: no thread is repeated, no thread that keeps
 * its position is skipped, and threads that rose are found when reading backwards.
 */
class ListWalksIT extends ForumProperties {

	@Autowired
	private Threads threads;

	private final TestUser author = TestUser.with();

	@BeforeProperty
	void createAuthor() {
		this.forum.thread(this.author, this.forum.category());
	}

	@Property(tries = 60)
	void cursorsNeitherRepeatNorSkipThreads(@ForAll ThreadOrder order, @ForAll("steps") List<Step> steps) {
		var scenario = new Scenario(order, Function.identity());
		scenario.run(steps);
		for (var walk : scenario.walks) {
			assertThat(walk.read).doesNotHaveDuplicates();
			assertThat(walk.read).containsAll(order.isMutable() ? walk.unmoved() : walk.before);
		}
		assertThat(scenario.back).doesNotHaveDuplicates();
		if (scenario.last != null) {
			var sunk = scenario.walks.getLast().sunk;
			assertThat(scenario.back).containsAll(scenario.known.stream().filter((id) -> !sunk.contains(id)).toList());
		}
	}

	@Example
	void cursorWithoutStartTimeRepeatsThreads() {
		var repeating = steps().sampleStream().limit(200).filter((steps) -> {
			var scenario = new Scenario(ThreadOrder.TOP, ListWalksIT::begunNow);
			scenario.run(steps);
			return scenario.walks.stream().anyMatch((walk) -> new HashSet<>(walk.read).size() < walk.read.size());
		});
		assertThat(repeating.findFirst()).isPresent();
	}

	/** Creates an empty category and returns its id. */
	private String category() {
		return this.forum.get(TestUser.GUEST, "/categories/" + this.forum.category()).id();
	}

	private static Cursor begunNow(Cursor from) {
		var keys = new ArrayList<>(from.keys());
		keys.set(keys.size() - 1, Instant.now().plusSeconds(60).toString());
		return new Cursor(from.direction(), from.sort(), keys);
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		var which = Arbitraries.integers().between(0, 12);
		return Arbitraries
			.<Step>frequencyOf(Tuple.of(4, Arbitraries.just(new Start())), Tuple.of(2, which.map(Bump::new)),
					Tuple.of(1, which.map(Pin::new)), Tuple.of(1, which.map(Unpin::new)),
					Tuple.of(3, which.map((thread) -> new Vote(thread, 1))),
					Tuple.of(2, which.map((thread) -> new Vote(thread, -2))),
					Tuple.of(6, Arbitraries.integers().between(1, 4).map(ReadPage::new)))
			.list()
			.ofMaxSize(70)
			.withSizeDistribution(RandomDistribution.uniform());
	}

	/** A step of a scenario. */
	sealed interface Step permits Start, Bump, Pin, Unpin, Vote, ReadPage {

	}

	/** A member starts a thread. */
	private record Start() implements Step {
	}

	/** A member replies. */
	private record Bump(int which) implements Step {
	}

	/** A moderator pins a thread. */
	private record Pin(int which) implements Step {
	}

	/** A moderator unpins a thread. */
	private record Unpin(int which) implements Step {
	}

	/** New votes are added to the score. */
	private record Vote(int which, int difference) implements Step {
	}

	/** A reader requests the next page, or the first one after the last. */
	private record ReadPage(int limit) implements Step {
	}

	/** One pass of a reader through the list. */
	private static final class Walk {

		private final List<String> before;

		private final Set<String> moved = new HashSet<>();

		private final Set<String> sunk = new HashSet<>();

		private final List<String> read = new ArrayList<>();

		Walk(List<String> before) {
			this.before = List.copyOf(before);
		}

		List<String> unmoved() {
			return this.before.stream().filter((id) -> !this.moved.contains(id)).toList();
		}

	}

	/** A category, its threads and a reader. */
	private final class Scenario {

		private final String category;

		private final ThreadFilter filter;

		private final ListAudience readers;

		private final ThreadLists threadLists = new ThreadLists(ListWalksIT.this.mongo, ListWalksIT.this.members,
				InstantSource.system());

		private final ThreadOrder order;

		private final Function<Cursor, Cursor> memory;

		private final List<String> known = new ArrayList<>();

		private final List<Walk> walks = new ArrayList<>();

		private final List<String> back = new ArrayList<>();

		/**
		 * The last read page if it has a previous one: where reading backwards starts.
		 */
		private @Nullable Paged<ThreadView> last;

		private @Nullable Cursor next;

		Scenario(ThreadOrder order, Function<Cursor, Cursor> memory) {
			this.order = order;
			this.memory = memory;
			this.category = ListWalksIT.this.category();
			this.filter = new ThreadFilter(List.of(this.category), null, null, null, null);
			this.readers = new ListAudience(Rights.of(Audience.EVERYONE), Map.of(this.category, "c"), "k");
		}

		/** Runs all steps, then reads to the end and back to the start. */
		void run(List<Step> steps) {
			start();
			steps.forEach(this::step);
			readPage(3);
			while (this.next != null) {
				readPage(3);
			}
			for (var page = this.last; page != null; page = previous(page)) {
				this.back.addAll(0, ids(page));
			}
		}

		private @Nullable Paged<ThreadView> previous(Paged<ThreadView> page) {
			var prev = page.meta().pagination().prev();
			return (prev != null) ? page(this.order.parse(prev), 3) : null;
		}

		private void step(Step step) {
			switch (step) {
				case Start _ -> start();
				case Bump(var which) -> change(markMoved(which, true), Update.update("lastActivityAt", Instant.now()));
				case Pin(var which) -> pin(markMoved(which, true), "/pin");
				case Unpin(var which) -> pin(markMoved(which, false), "/unpin");
				case Vote(var which, var difference) -> change(markMoved(which, difference > 0), votes(difference));
				case ReadPage(var limit) -> readPage(limit);
			}
		}

		/** The update that the counters write. */
		private static Update votes(int difference) {
			var update = new Update().inc("voteScore", difference);
			return (difference < 0) ? update.currentDate("sankAt") : update;
		}

		private void start() {
			var thread = ForumThread.start(this.category, ListWalksIT.this.author.id(), "A thread", List.of(), "x",
					Instant.now());
			ListWalksIT.this.threads.insert(thread);
			this.known.add(thread.id());
		}

		private void change(String id, Update update) {
			ListWalksIT.this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), update, ForumThread.class);
		}

		private void pin(String id, String step) {
			var stepped = ListWalksIT.this.forum.post(ListWalksIT.this.forum.moderator(), "/threads/" + id + step,
					null);
			assertThat(stepped.status()).isEqualTo(200);
		}

		private String markMoved(int which, boolean up) {
			var id = this.known.get(which % this.known.size());
			this.walks.forEach((walk) -> {
				walk.moved.add(id);
				if (!up) {
					walk.sunk.add(id);
				}
			});
			return id;
		}

		private void readPage(int limit) {
			if (this.next == null) {
				this.walks.add(new Walk(this.known));
			}
			var page = page((this.next != null) ? this.memory.apply(this.next) : null, limit);
			this.walks.getLast().read.addAll(ids(page));
			this.next = this.order.parse(page.meta().pagination().next());
			this.last = (page.meta().pagination().prev() != null) ? page : null;
		}

		private Paged<ThreadView> page(@Nullable Cursor from, int limit) {
			return this.threadLists.cursorPage(this.filter, this.order, from, limit, this.readers);
		}

		private static List<String> ids(Paged<ThreadView> page) {
			return page.data().stream().map(ThreadView::id).toList();
		}

	}

}
