package org.parley.notification.post;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class KnownPostsIT {

	@Autowired
	private KnownPosts knownPosts;

	@Autowired
	private SentCommands sent;

	@Autowired
	private MongoOperations mongo;

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
