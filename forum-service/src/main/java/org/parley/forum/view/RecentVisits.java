package org.parley.forum.view;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Who is here, as all instances know it. */
@Component
class RecentVisits {

	/** How long somebody who comes again is still here. */
	static final Duration LENGTH = Duration.ofMinutes(30);

	private static final Logger log = LoggerFactory.getLogger(RecentVisits.class);

	private final StringRedisTemplate redis;

	private final String prefix;

	RecentVisits(StringRedisTemplate redis, @Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.prefix = prefix;
	}

	/**
	 * Those of the views with which a visit begins. Without Redis all of them: each
	 * instance knows its own visitors.
	 */
	List<ThreadViewed> begunBy(List<ThreadViewed> views) {
		try {
			return views.stream().filter(this::begins).toList();
		}
		catch (DataAccessException | IllegalStateException ex) {
			log.debug("Views are counted by each instance alone", ex);
			return views;
		}
	}

	private boolean begins(ThreadViewed threadViewed) {
		var key = this.prefix + "view:" + threadViewed.visitor();
		return Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(key, "", LENGTH));
	}

}
