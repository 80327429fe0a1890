package org.parley.forum.postpage;

import org.parley.forum.cache.ResponseCache;
import org.parley.forum.thread.event.ThreadTouched;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Invalidates the cached pages of a thread when it changes. */
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
	void on(ThreadTouched touched) {
		this.cache.invalidate(group(touched.threadId()));
	}

}
