package org.parley.media.item;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims later than the workers of the service, whose clock says that nothing is due. */
class WorkTurnsIT extends MediaIT {

	private static final Duration LATER = Duration.ofDays(300);

	@Autowired
	private StorageQuotas quotas;

	@Autowired
	private WorkerSignal signal;

	private final MovableClock later = new MovableClock();

	@Test
	void personWithManyVideosLetsOthersPass() {
		var items = items();
		var alice = completed(items, aPerson(), 4);
		var bob = completed(items, aPerson(), 1);
		var carol = completed(items, aPerson(), 2);
		this.later.move(Duration.ofHours(1));
		assertThat(claimAll(items)).containsExactly(alice.get(0), bob.get(0), carol.get(0), alice.get(1), carol.get(1),
				alice.get(2), alice.get(3));
	}

	@Test
	void workOfADeadWorkerKeepsItsTurn() {
		var items = items();
		var alice = completed(items, aPerson(), 2);
		this.later.move(Duration.ofHours(1));
		assertThat(claimAll(items)).isEqualTo(alice);
		this.later.move(WorkLane.VIDEOS.claimDuration());
		completed(items, aPerson(), 1);
		assertThat(items.claim(WorkLane.VIDEOS)).map(MediaItem::id).contains(alice.getFirst());
	}

	@Test
	void attemptCountsAsFailedUntilItsEndIsStored() {
		var items = items();
		completed(items, aPerson(), 1);
		this.later.move(Duration.ofHours(1));
		assertThat(items.claim(WorkLane.VIDEOS)).map(MediaItem::failures).contains(1);
		this.later.move(WorkLane.VIDEOS.claimDuration());
		var afterDeath = items.claim(WorkLane.VIDEOS).orElseThrow();
		assertThat(afterDeath.failures()).isEqualTo(2);
		items.postpone(afterDeath, Duration.ZERO);
		var afterOutage = items.claim(WorkLane.VIDEOS).orElseThrow();
		assertThat(afterOutage.failures()).isEqualTo(2);
		items.release(afterOutage, Duration.ZERO);
		assertThat(items.claim(WorkLane.VIDEOS)).map(MediaItem::failures).contains(3);
	}

	private MediaItems items() {
		this.later.move(LATER);
		this.mongo.getCollection("media").deleteMany(new Document());
		return new MediaItems(this.mongo, this.quotas, this.later, this.signal);
	}

	private List<String> completed(MediaItems items, TestUser owner, int count) {
		return Stream.generate(() -> {
			var id = begin(owner, "video/mp4", new byte[10]).id();
			var due = this.later.instant();
			return items.complete(items.find(id).orElseThrow(), "original", due).orElseThrow().id();
		}).limit(count).toList();
	}

	private static List<String> claimAll(MediaItems items) {
		return Stream.generate(() -> items.claim(WorkLane.VIDEOS))
			.takeWhile((claimed) -> claimed.isPresent())
			.map((claimed) -> claimed.orElseThrow().id())
			.toList();
	}

}
