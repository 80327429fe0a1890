package org.parley.forum.search;

import org.springframework.beans.factory.annotation.Autowired;

class LuceneSearchIT extends SearchContract {

	@Autowired
	private LuceneSearch search;

	@Override
	Search search() {
		return this.search;
	}

}
