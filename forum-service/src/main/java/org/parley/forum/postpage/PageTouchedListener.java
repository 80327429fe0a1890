package org.parley.forum.postpage;

import java.util.stream.Stream;

import org.parley.forum.cache.ResponseCache;
import org.parley.forum.thread.event.ThreadsTouched;
import org.parley.forum.threadlist.ListTouchedListener;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Invalidates the cached pages of threads that changed, and the lists, with one wait for
 * the shared cache.
 */
@Component
class PageTouchedListener {

	private final ResponseCache cache;

	PageTouchedListener(ResponseCache cache) {
		this.cache = cache;
	}

	/** Returns the cache group of a thread's pages. */
	static String group(String threadId) {
		return "thread:posts:" + threadId;
	}

	@EventListener
	void on(ThreadsTouched touched) {
		var pages = touched.threadIds().stream().map(PageTouchedListener::group);
		this.cache.invalidate(Stream.concat(Stream.of(ListTouchedListener.GROUP), pages).toList());
	}

}
