package org.parley.summary;

import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the commands to the database of this service that single events cause. An insert
 * into the outbox is a published message.
 */
class EventCostIT extends SummaryIT {

	private static final Set<String> OWN = Set.of("posts", "threads", "summaries", "jobs", "inbox", "outbox");

	@Autowired
	private MeterRegistry meters;

	@Test
	void replyIsOneWrite() {
		var thread = this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
		assertThat(cost(() -> this.forum.reply(thread, 2, "Stupice does."))).containsExactlyInAnyOrder("update posts");
	}

	@Test
	void replyToLongThreadIsOneWrite() {
		var thread = this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
		this.forum.reply(thread, 40, "Stupice does.");
		eventually().until(() -> this.client.read(TestUser.GUEST, thread).data().path("coveredThrough").asInt() == 40);
		assertThat(cost(() -> this.forum.reply(thread, 41, "I agree."))).containsExactlyInAnyOrder("update posts");
	}

	@Test
	void newThreadIsTwoWrites() {
		var category = this.forum.category("anyone");
		assertThat(cost(() -> this.forum.thread(category, "Which tomatoes ripen in shade?")))
			.containsExactlyInAnyOrder("update threads", "update posts");
	}

	@Test
	void editIsTwoWrites() {
		var thread = this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
		var post = this.forum.reply(thread, 2, "Stupice does.");
		assertThat(cost(() -> this.forum.edit(post, thread, 2, "Glacier does.")))
			.containsExactlyInAnyOrder("update posts", "delete summaries");
	}

	/** Returns the commands that an event causes. */
	private List<String> cost(Runnable event) {
		awaitMarkerHandled();
		return this.commands.during(() -> {
			event.run();
			awaitMarkerHandled();
		}).stream().filter(EventCostIT::isCaused).map(EventCostIT::name).toList();
	}

	/** Events are handled one after the other, so earlier events are handled, too. */
	private void awaitMarkerHandled() {
		var handled = countMarkers();
		this.forum.publishCategory("category.changed", Ids.next(), "anyone");
		eventually().until(() -> countMarkers() > handled);
	}

	private double countMarkers() {
		return this.meters.find("parley.inbox.handled")
			.tag("type", "category.changed")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	/**
	 * Whether a command is neither of this test nor of a worker, the relay or metrics.
	 */
	private static boolean isCaused(BsonDocument command) {
		var filter = command.getDocument("filter", command.getDocument("query", new BsonDocument()));
		return !command.containsKey("comment") && filter.keySet().stream().noneMatch((key) -> key.startsWith("due"))
				&& OWN.contains(collection(command)) && !name(command).matches("(find|aggregate) outbox");
	}

	private static String name(BsonDocument command) {
		return command.getFirstKey() + " " + collection(command);
	}

	/** The events of a transaction are inserted by one bulkWrite. */
	private static String collection(BsonDocument command) {
		if (command.containsKey("bulkWrite")) {
			return command.getArray("nsInfo").get(0).asDocument().getString("ns").getValue().replaceFirst("^.*\\.", "");
		}
		return (command.get(command.getFirstKey()) instanceof BsonString name) ? name.getValue() : "";
	}

}
