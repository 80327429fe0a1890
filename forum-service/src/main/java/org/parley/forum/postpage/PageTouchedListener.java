package org.parley.forum.postpage;

import org.parley.forum.cache.ResponseCache;
import org.parley.forum.thread.ThreadTouched;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the pages of a thread old when anything in it changes. */
@Component
class PageTouchedListener {

	private final ResponseCache cache;

	PageTouchedListener(ResponseCache cache) {
		this.cache = cache;
	}

	/** The group of a thread's pages in the cache. */
	static String group(String threadId) {
		return "thread:posts:" + threadId;
	}

	@EventListener
	void on(ThreadTouched touched) {
		this.cache.renew(group(touched.threadId()));
	}

}
