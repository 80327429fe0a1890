package org.parley.forum.search.index;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/**
 * Makes every instance rebuild its search index, each month and when an administrator
 * requests it. Searches use the old index meanwhile.
 */
@Component
class RebuildSearch implements Job {

	private final IndexGeneration generation;

	RebuildSearch(IndexGeneration generation) {
		this.generation = generation;
	}

	@Override
	public String name() {
		return "rebuild-search";
	}

	@Override
	public String schedule() {
		return "0 0 4 1 * *";
	}

	@Override
	public String run() {
		this.generation.next();
		return "Every instance rebuilds its search index.";
	}

}
