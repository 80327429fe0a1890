package org.parley.notification.dispatch;

import java.time.InstantSource;
import java.util.List;

import org.parley.notification.news.AddressedNews;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that dispatches deferred news once recipient and category are known. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	@Bean
	ClusterLoop deferredNewsLoop(DeferredNews deferredNews, NotificationDispatcher dispatcher, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("deferred-news", WorkClaim.none(), new DueBatches<>(deferredNews,
				(deferred) -> unitOfWork.run(() -> dispatch(deferred, deferredNews, dispatcher)), role, clock));
	}

	private static void dispatch(DeferredNewsRecord deferred, DeferredNews deferredNews,
			NotificationDispatcher dispatcher) {
		if (!deferredNews.exists(deferred)) {
			return;
		}
		var news = new AddressedNews(deferred.recipient(), deferred.news());
		if (dispatcher.dispatchIfDecidable(List.of(news)).isEmpty()) {
			deferredNews.remove(deferred);
		}
		else {
			deferredNews.postpone(deferred);
		}
	}

}
