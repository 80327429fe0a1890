package org.parley.forum.search.index;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the loop that keeps the search index of this instance up to date. */
@Configuration(proxyBeanMethods = false)
class SearchIndexConfiguration {

	@Bean
	ClusterLoop searchIndexer(IndexFollower indexFollower) {
		return new ClusterLoop("search-index", WorkClaim.none(), indexFollower);
	}

}
