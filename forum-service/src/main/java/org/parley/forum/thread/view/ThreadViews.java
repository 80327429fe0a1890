package org.parley.forum.thread.view;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.bookmark.Bookmarks;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/** Builds views of threads with the names for their ids. */
@Component
public class ThreadViews {

	private final ThreadAccess access;

	private final Members members;

	private final Bookmarks bookmarks;

	ThreadViews(ThreadAccess access, Members members, Bookmarks bookmarks) {
		this.access = access;
		this.members = members;
		this.bookmarks = bookmarks;
	}

	/** Returns a new thread as its author sees it, who cannot have bookmarked it yet. */
	public ThreadView ofNew(ForumThread thread) {
		return of(thread, null).bookmarked(false);
	}

	/**
	 * Returns a thread as a reader sees it.
	 * @param reader the reader; null is a guest
	 */
	public ThreadView of(ForumThread thread, @Nullable Caller reader) {
		var people = this.members.authors(Stream.of(thread.authorId(), thread.counters().lastPostBy()));
		var view = ThreadView.of(thread, this.access.categoryOf(thread).slug(), people);
		return (reader != null) ? view.bookmarked(!this.bookmarks.among(reader.id(), List.of(thread.id())).isEmpty())
				: view;
	}

}
