package org.parley.forum.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.apache.lucene.search.TermQuery;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Restarts and crashes of an instance with an index of its own. */
@ExtendWith(DiscussionRemoval.class)
class SearchIndexIT extends ForumIT {

	private static final BsonString NONE = new BsonString("none");

	private static final BsonString POSTS = new BsonString("posts");

	private static final BsonInt64 NEVER = new BsonInt64(0);

	private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

	private final TestUser alice = TestUser.with();

	@TempDir
	private Path directory;

	@Autowired
	private Markdown markdown;

	@Autowired
	private Posts posts;

	@Autowired
	private Threads threads;

	@Autowired
	private IndexGeneration generation;

	@Autowired
	private RebuildSearch job;

	@Autowired
	private MongoDatabaseFactory databases;

	private SearchIndex index;

	private IndexFollower follower;

	private Runnable duringRebuild = () -> {
	};

	private String thread = "";

	/** The post that the index has lost, so that only a rebuild finds it. */
	private String lost = "";

	@BeforeEach
	void followOnce() throws IOException {
		this.thread = this.forum.thread(this.alice, this.forum.category());
		this.lost = this.forum.reply(this.alice, this.thread);
		start();
		this.follower.doBatch();
		this.index.remove(this.lost);
	}

	@AfterEach
	void stop() throws IOException {
		this.follower.destroy();
		this.index.destroy();
	}

	private void start() throws IOException {
		this.index = new SearchIndex(new SearchIndexSettings(this.directory.toString()), this.markdown);
		var updater = new IndexUpdater(this.index, this.posts, this.threads) {

			@Override
			void rebuild(Runnable afterBatch) throws IOException {
				super.rebuild(() -> {
					SearchIndexIT.this.duringRebuild.run();
					afterBatch.run();
				});
			}

		};
		this.follower = new IndexFollower(this.index, updater, this.generation, this.databases, InstantSource.system());
	}

	@Test
	void indexIsNotReadBeforeItIsComplete() throws IOException {
		stop();
		start();
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> has(this.lost))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("search.not-ready"));
	}

	@Test
	void restartContinuesAtCheckpoint() throws IOException {
		var before = this.forum.reply(this.alice, this.thread);
		awaitFound(before);
		stop();
		var meanwhile = this.forum.reply(this.alice, this.thread);
		start();
		awaitFound(meanwhile);
		assertThat(has(before)).isTrue();
		assertThat(has(this.lost)).isFalse();
	}

	@Test
	void manyRepliesAreReadTogether() {
		var replies = Stream.generate(() -> this.forum.reply(this.alice, this.thread)).limit(5).toList();
		var sent = this.commands.during(() -> awaitFound(replies.getLast()));
		assertThat(replies).allMatch(this::has);
		assertThat(sent.stream().filter((command) -> command.getString("find", NONE).equals(POSTS)))
			.hasSizeLessThan(replies.size());
	}

	@Test
	void crashLosesNoChange() throws IOException {
		var post = this.forum.reply(this.alice, this.thread);
		awaitFound(post);
		this.index.destroy();
		start();
		awaitFound(post);
	}

	@Test
	void closedIndexIsOpenedAgain() throws IOException {
		var post = this.forum.reply(this.alice, this.thread);
		awaitFound(post);
		this.index.close();
		var next = this.forum.reply(this.alice, this.thread);
		assertThatIllegalStateException().isThrownBy(() -> awaitFound(next));
		awaitFound(next);
		assertThat(has(post)).isTrue();
	}

	@Test
	void positionThatDatabaseNoLongerHasLeadsToRebuild() throws IOException {
		var current = this.index.checkpoint().orElseThrow();
		var token = current.token().getString("_data").getValue();
		var ancient = token.substring(0, 2) + "00000001" + token.substring(10);
		this.index.commit(current.at(new BsonDocument("_data", new BsonString(ancient))));
		this.index.destroy();
		start();
		awaitFound(this.lost);
	}

	@Test
	void rebuildNeedsNoHistoryOfItsOwnTime() throws IOException {
		stop();
		FileSystemUtils.deleteRecursively(this.directory.resolve("1"));
		var meanwhile = new ArrayList<String>();
		this.duringRebuild = () -> meanwhile.add(this.forum.reply(this.alice, this.thread));
		start();
		this.follower.doBatch();
		assertThat(meanwhile).isNotEmpty().allMatch(this::has);
		var checkpoint = this.index.checkpoint().orElseThrow();
		var next = this.forum.reply(this.alice, this.thread);
		var changed = new HashSet<String>();
		try (var later = ChangeStream.open(this.databases, checkpoint.token())) {
			soon().until(() -> {
				later.next().forEach((change) -> changed.add(change.id()));
				return changed.contains(next);
			});
		}
		assertThat(changed).doesNotContainAnyElementsOf(meanwhile);
	}

	@Test
	void jobLeadsToRebuildWhileIndexIsSearched() {
		var post = this.forum.reply(this.alice, this.thread);
		awaitFound(post);
		assertThat(has(this.lost)).isFalse();
		this.job.run();
		awaitFound(this.lost);
		assertThat(has(post)).isTrue();
	}

	@Test
	void indexOfOtherGenerationIsRebuilt() throws IOException {
		var current = this.index.checkpoint().orElseThrow();
		this.index.commit(new Checkpoint("another database", current.token()));
		this.index.destroy();
		start();
		awaitFound(this.lost);
	}

	@Test
	void indexOfOtherSchemaHasNoCheckpoint() {
		assertThat(Checkpoint.of(Map.of("schema", "0", "generation", "x", "token", "{}"))).isEmpty();
	}

	@Test
	void unreadableIndexIsRebuilt() throws IOException {
		stop();
		try (var files = Files.newDirectoryStream(this.directory.resolve("1"), "segments_*")) {
			for (var file : files) {
				Files.writeString(file, "not a segment");
			}
		}
		start();
		awaitFound(this.lost);
	}

	@Test
	void missingFileLeadsToRebuild() throws IOException {
		stop();
		try (var files = Files.newDirectoryStream(this.directory.resolve("1"), "*.si")) {
			for (var file : files) {
				Files.delete(file);
			}
		}
		start();
		awaitFound(this.lost);
	}

	@Test
	void instancesWithOneDirectoryHaveSeparateIndexes() throws IOException {
		var first = this.index;
		var firstFollower = this.follower;
		start();
		awaitFound(this.lost);
		assertThat(this.directory).isDirectoryContaining("glob:**/2");
		stop();
		this.index = first;
		this.follower = firstFollower;
		var post = this.forum.reply(this.alice, this.thread);
		awaitFound(post);
		assertThat(has(this.lost)).isFalse();
	}

	@Test
	void followerWaitsSecondsAtDatabaseUnlessItStops() {
		awaitFound(this.forum.reply(this.alice, this.thread));
		var stopping = new AtomicBoolean();
		var sent = this.commands.during(() -> {
			var worker = Thread.ofVirtual().start(() -> {
				while (!stopping.get()) {
					this.follower.doBatch();
				}
			});
			try {
				soon().until(() -> WAITING.contains(worker.getState()));
			}
			finally {
				stopping.set(true);
				this.follower.stop();
			}
			soon().atMost(ChangeStream.WAIT.dividedBy(2)).until(() -> !worker.isAlive());
		});
		assertThat(sent).anySatisfy((command) -> assertThat(command.getNumber("maxTimeMS", NEVER).longValue())
			.isEqualTo(ChangeStream.WAIT.toMillis()));
	}

	@Test
	void stoppedFollowerContinuesAtItsPosition() {
		awaitFound(this.forum.reply(this.alice, this.thread));
		var meanwhile = this.forum.reply(this.alice, this.thread);
		this.follower.stop();
		assertThat(this.follower.doBatch()).isFalse();
		assertThat(has(meanwhile)).isFalse();
		awaitFound(meanwhile);
		assertThat(has(this.lost)).isFalse();
	}

	private void awaitFound(String id) {
		soon().ignoreException(RefusalException.class).until(() -> {
			this.follower.doBatch();
			return has(id);
		});
	}

	private boolean has(String id) {
		return this.index.read((searcher) -> searcher.count(new TermQuery(SearchFields.id(id)))) > 0;
	}

}
