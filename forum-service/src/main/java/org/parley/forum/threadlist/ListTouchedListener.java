package org.parley.forum.threadlist;

import org.parley.forum.cache.ResponseCache;
import org.parley.forum.category.CategoryTouched;
import org.parley.forum.member.MemberProfileChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Invalidates cached lists when a category or a name in them changes. */
@Component
public final class ListTouchedListener {

	/** The cache group of all lists. */
	public static final String GROUP = "thread:list";

	private final ResponseCache cache;

	ListTouchedListener(ResponseCache cache) {
		this.cache = cache;
	}

	@EventListener
	void on(CategoryTouched touched) {
		this.cache.invalidate(GROUP);
	}

	/** Lists show authors and last posters with their names and pictures. */
	@EventListener
	void on(MemberProfileChanged changed) {
		this.cache.invalidate(GROUP);
	}

}
