package org.parley.media.overview;

import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes the alternative text of a medium, or removes it. */
@Component
class ChangeMedia {

	private final MediaItems items;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	ChangeMedia(MediaItems items, ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.items = items;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	MediaItem describe(String id, DescribeMediaRequest request, IfMatch condition, Caller caller) {
		return this.unitOfWork.run(() -> {
			var item = this.items.require(id, caller.id());
			condition.require(item.version());
			if (Objects.equals(item.alt(), request.text())) {
				return item;
			}
			var described = this.items.describe(item, request.text()).orElseThrow(ChangeMedia::conflict);
			described.ready("media.ready").ifPresent(this.publisher::publishEvent);
			return described;
		});
	}

	void remove(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			var item = this.items.require(id, caller.id());
			condition.require(item.version());
			var removed = this.items.remove(item).orElseThrow(ChangeMedia::conflict);
			this.publisher.publishEvent(removed.removed());
		});
	}

	private static OptimisticLockingFailureException conflict() {
		return new OptimisticLockingFailureException("Another writer has changed the medium");
	}

	/**
	 * A request to change the alternative text.
	 *
	 * @param alt the text; empty for none
	 */
	record DescribeMediaRequest(@NotNull @StorableText(max = 1_000, directions = true) String alt) {

		@Nullable String text() {
			return this.alt.isBlank() ? null : this.alt.strip();
		}

	}

}
