package org.parley.notification.post;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.news.NotificationPlace;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

@NotificationTest
class KnownPostsIT {

	@Autowired
	private KnownPosts knownPosts;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private SentCommands sent;

	@Autowired
	private MongoOperations mongo;

	@Test
	void threadThatWasMergedTwiceIsFoundInTheLastOne() {
		var author = this.fixture.unknownUser();
		var category = this.fixture.category("anyone");
		var first = this.fixture.thread(author, category);
		var second = this.fixture.thread(author, category);
		var last = this.fixture.thread(author, category);
		this.fixture.publishThreadMerge(first, second, 2);
		this.fixture.publishThreadMerge(second, last, 2);
		soon().untilAsserted(() -> assertThat(this.knownPosts.findThreads(Set.of(first.id()))
			.present(NotificationPlace.of(first.id(), category))
			.threadId()).isEqualTo(last.id()));
	}

	@Test
	void postsAreCountedWithoutReadingThem() {
		var count = this.sent.during(() -> this.knownPosts.countPosts(List.of("a", "b")))
			.stream()
			.filter((command) -> command.isString("aggregate")
					&& command.getString("aggregate").getValue().equals("posts"))
			.findFirst()
			.orElseThrow();
		assertThat(QueryExplanation.of(this.mongo, count).stages()).contains("IXSCAN")
			.doesNotContain("FETCH", "COLLSCAN");
	}

}
