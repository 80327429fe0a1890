package org.parley.notification.conversation;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that queues mails about unread messages. */
@Configuration(proxyBeanMethods = false)
class MessageMailConfiguration {

	/** Of two workers that queue the same mail, the second transaction is retried. */
	@Bean
	ClusterLoop messageMailLoop(MessageMailWorker worker) {
		return new ClusterLoop("message-mails", WorkClaim.none(), worker);
	}

}
