package org.parley.media.use;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;

import org.parley.contracts.media.MediaUseChanged;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.MediaRetentionSettings;
import org.parley.media.item.MediaUseCounts;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records the media that a subject uses, and counts the uses of each medium. Record and
 * counts change in one transaction, and only for a newer version of the subject.
 */
@Component
class RecordMediaUse {

	/** Longer than an event is late. */
	private static final Duration TOMBSTONE = Duration.ofDays(30);

	private final RecordedUses uses;

	private final MediaItems items;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final MediaRetentionSettings settings;

	private final InstantSource clock;

	RecordMediaUse(RecordedUses uses, MediaItems items, ApplicationEventPublisher publisher, UnitOfWork unitOfWork,
			MediaRetentionSettings settings, InstantSource clock) {
		this.uses = uses;
		this.items = items;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.settings = settings;
		this.clock = clock;
	}

	void record(MediaUseChanged event) {
		this.unitOfWork.run(() -> {
			var after = of(event);
			var known = this.uses.find(after.id());
			if (known.isEmpty() && after.mediaIds().isEmpty() && event.isSnapshot()) {
				return; // Most subjects never use media
			}
			var before = known
				.orElseGet(() -> new RecordedUse(after.id(), after.ownerId(), List.of(), after.audience(), null, -1));
			if (before.version() < after.version()) {
				this.uses.save(after);
				count(before, after);
			}
		});
	}

	private RecordedUse of(MediaUseChanged event) {
		var use = event.use();
		var expireAt = use.mediaIds().isEmpty() ? this.clock.instant().plus(TOMBSTONE) : null;
		return new RecordedUse(use.subject().kind() + "/" + use.subject().id(), use.ownerId(), use.mediaIds(),
				use.audience(), expireAt, event.version());
	}

	private void count(RecordedUse before, RecordedUse after) {
		var ids = new TreeSet<>(before.mediaIds());
		ids.addAll(after.mediaIds());
		for (var id : ids) {
			var change = after.countsOf(id).minus(before.countsOf(id));
			if (!change.equals(MediaUseCounts.NONE)) {
				this.items.countUses(id, after.ownerId(), change).ifPresent(this::settle);
			}
		}
	}

	/** Services that show the medium hear whether its addresses need a signature. */
	private void settle(MediaItem item) {
		if (item.isKeptForNothing()) {
			this.items.deleteKept(item);
		}
		if (!item.isUnsettled()) {
			return;
		}
		var cleanAt = this.clock.instant().plus(this.settings.unused());
		this.items.settle(item, cleanAt).ready("media.ready").ifPresent(this.publisher::publishEvent);
	}

}
