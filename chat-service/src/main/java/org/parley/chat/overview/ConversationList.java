package org.parley.chat.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Participation;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.overview.ConversationViews.ConversationView;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/**
 * Lists the conversations of a person, latest first. They are sorted here, because a
 * stored order would have to be written for every member with every message.
 */
@Component
class ConversationList {

	private static final String SORT = "latest";

	private static final Comparator<Participation> LATEST = Comparator.comparing(Participation::updatedAt)
		.thenComparing((participation) -> participation.conversation().id())
		.reversed();

	private final ConversationAccess access;

	private final ConversationViews views;

	private final DatabaseWatch watch;

	ConversationList(ConversationAccess access, ConversationViews views, DatabaseWatch watch) {
		this.access = access;
		this.views = views;
		this.watch = watch;
	}

	/** While the database is away, lists the conversations that are known without it. */
	Paged<ConversationView> page(ChatPageQuery query, Caller caller) {
		if (!this.watch.isUsable()) {
			return show(page(query, this.access.known(caller)));
		}
		try {
			var page = page(query, this.access.all(caller));
			this.access.remember(page.data());
			return show(page);
		}
		catch (RuntimeException ex) {
			if (!DatabaseFailure.of(ex).isOutage()) {
				throw ex;
			}
			this.watch.suspect();
			return show(page(query, this.access.known(caller)));
		}
	}

	private Paged<ConversationView> show(Paged<Participation> page) {
		return new Paged<>(page.data().isEmpty() ? List.of() : this.views.of(page.data()), page.meta());
	}

	private static Paged<Participation> page(ChatPageQuery query, List<Participation> own) {
		var from = Optional.ofNullable(query.cursor()).map((text) -> Cursor.parse(text, SORT, 2)).orElse(null);
		var isBack = from != null && from.backwards();
		var found = own.stream()
			.filter((participation) -> isBeyond(participation, from))
			.sorted(isBack ? LATEST.reversed() : LATEST)
			.limit(query.size() + 1L)
			.toList();
		return Paged.walk(found, from, query.size(), SORT,
				(participation) -> new Object[] { participation.updatedAt(), participation.conversation().id() });
	}

	private static boolean isBeyond(Participation participation, @Nullable Cursor from) {
		if (from == null) {
			return true;
		}
		var byTime = participation.updatedAt().compareTo(from.instant(0));
		var order = (byTime != 0) ? byTime : participation.conversation().id().compareTo(from.text(1));
		return from.backwards() ? order > 0 : order < 0;
	}

}
