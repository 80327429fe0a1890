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
import org.parley.forum.Somebody;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadView;
import org.parley.forum.thread.Threads;
import org.parley.platform.security.category.Audience;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever becomes of threads while somebody leafs through a list of them: none comes
 * twice, those that stay where they are come, and those that rose are found on the way
 * back.
 */
class ListWalksIT extends ForumProperties {

	@Autowired
	private Members members;

	@Autowired
	private Threads threads;

	private final Somebody author = Somebody.with();

	@BeforeProperty
	void anAuthor() {
		this.forum.thread(this.author, this.forum.category());
	}

	@Property(tries = 60)
	void nothingIsMetTwiceAndNothingThatStaysIsMissed(@ForAll ThreadOrder threadOrder,
			@ForAll("steps") List<Step> steps) {
		var story = new Story(threadOrder, Function.identity());
		story.play(steps);
		for (var walk : story.walks) {
			assertThat(walk.met).doesNotHaveDuplicates();
			assertThat(walk.met).containsAll(threadOrder.moves() ? walk.unmoved() : walk.before);
		}
		assertThat(story.back).doesNotHaveDuplicates();
		if (story.last != null) {
			var sunk = story.walks.getLast().sunk;
			assertThat(story.back).containsAll(story.known.stream().filter((id) -> !sunk.contains(id)).toList());
		}
	}

	@Example
	void whoForgetsWhenTheWalkBeganMeetsSomeTwice() {
		var met = steps().sampleStream().limit(200).filter((steps) -> {
			var story = new Story(ThreadOrder.TOP, ListWalksIT::begunNow);
			story.play(steps);
			return story.walks.stream().anyMatch((walk) -> new HashSet<>(walk.met).size() < walk.met.size());
		});
		assertThat(met.findFirst()).isPresent();
	}

	/** The id of a category without threads. */
	private String category() {
		return this.forum.get(Somebody.GUEST, "/categories/" + this.forum.category()).id();
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
					Tuple.of(6, Arbitraries.integers().between(1, 4).map(Leaf::new)))
			.list()
			.ofMaxSize(70)
			.withSizeDistribution(RandomDistribution.uniform());
	}

	/** Something that somebody does. */
	sealed interface Step permits Start, Bump, Pin, Unpin, Vote, Leaf {

	}

	/** A thread is started. */
	private record Start() implements Step {
	}

	/** Somebody replies. */
	private record Bump(int which) implements Step {
	}

	/** A moderator keeps a thread on top. */
	private record Pin(int which) implements Step {
	}

	/** Or no longer. */
	private record Unpin(int which) implements Step {
	}

	/** The folder has new votes. */
	private record Vote(int which, int difference) implements Step {
	}

	/** A reader asks for the next page, or for the first. */
	private record Leaf(int limit) implements Step {
	}

	/** A reader's way through the list. */
	private static final class Walk {

		private final List<String> before;

		private final Set<String> moved = new HashSet<>();

		private final Set<String> sunk = new HashSet<>();

		private final List<String> met = new ArrayList<>();

		Walk(List<String> before) {
			this.before = List.copyOf(before);
		}

		List<String> unmoved() {
			return this.before.stream().filter((id) -> !this.moved.contains(id)).toList();
		}

	}

	/** One category, its threads, and a reader. */
	private final class Story {

		private final String category;

		private final ThreadFilter threadFilter;

		private final ListAudience readers;

		private final ThreadLists threadLists = new ThreadLists(ListWalksIT.this.mongo, ListWalksIT.this.members,
				InstantSource.system());

		private final ThreadOrder threadOrder;

		private final Function<Cursor, Cursor> memory;

		private final List<String> known = new ArrayList<>();

		private final List<Walk> walks = new ArrayList<>();

		private final List<String> back = new ArrayList<>();

		/** The last page with anything before it: the way back begins there. */
		private @Nullable Paged<ThreadView> last;

		private @Nullable Cursor next;

		Story(ThreadOrder threadOrder, Function<Cursor, Cursor> memory) {
			this.threadOrder = threadOrder;
			this.memory = memory;
			this.category = ListWalksIT.this.category();
			this.threadFilter = new ThreadFilter(List.of(this.category), null, null, null, null);
			this.readers = new ListAudience(Audience.EVERYONE, Map.of(this.category, "c"), "k");
		}

		/** All of it, then on to the end and back to the beginning. */
		void play(List<Step> steps) {
			start();
			steps.forEach(this::step);
			leaf(3);
			while (this.next != null) {
				leaf(3);
			}
			for (var page = this.last; page != null; page = previous(page)) {
				this.back.addAll(0, ids(page));
			}
		}

		private @Nullable Paged<ThreadView> previous(Paged<ThreadView> page) {
			var prev = page.meta().pagination().prev();
			return (prev != null) ? page(this.threadOrder.parse(prev), 3) : null;
		}

		private void step(Step step) {
			switch (step) {
				case Start _ -> start();
				case Bump(var which) -> change(moving(which, true), Update.update("lastActivityAt", Instant.now()));
				case Pin(var which) -> pin(moving(which, true), "/pin");
				case Unpin(var which) -> pin(moving(which, false), "/unpin");
				case Vote(var which, var difference) -> change(moving(which, difference > 0), votes(difference));
				case Leaf(var limit) -> leaf(limit);
			}
		}

		/** As the folder writes it. */
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

		private String moving(int which, boolean up) {
			var id = this.known.get(which % this.known.size());
			this.walks.forEach((walk) -> {
				walk.moved.add(id);
				if (!up) {
					walk.sunk.add(id);
				}
			});
			return id;
		}

		private void leaf(int limit) {
			if (this.next == null) {
				this.walks.add(new Walk(this.known));
				this.last = null;
			}
			var page = page((this.next != null) ? this.memory.apply(this.next) : null, limit);
			this.walks.getLast().met.addAll(ids(page));
			this.next = this.threadOrder.parse(page.meta().pagination().next());
			this.last = (page.meta().pagination().prev() != null) ? page : this.last;
		}

		private Paged<ThreadView> page(@Nullable Cursor from, int limit) {
			return this.threadLists.walk(this.threadFilter, this.threadOrder, from, limit, this.readers);
		}

		private static List<String> ids(Paged<ThreadView> page) {
			return page.data().stream().map(ThreadView::id).toList();
		}

	}

}
