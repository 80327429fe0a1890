package org.parley.notification.webhook;

import java.util.List;

import org.parley.contracts.webhook.WebhookEndpointReported;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Notifies the owners of webhook subscriptions before and after they are disabled. */
@EventConsumer("notifications")
class WebhookEndpointListener {

	private final NotificationDispatcher notificationDispatcher;

	WebhookEndpointListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("webhook-endpoint.failing")
	void onFailing(WebhookEndpointReported report, EventEnvelope event) {
		notifyOwner(report, "webhook-failing", event);
	}

	@EventHandler("webhook-endpoint.stopped")
	void onStopped(WebhookEndpointReported report, EventEnvelope event) {
		notifyOwner(report, "webhook-stopped-" + report.cause().json(), event);
	}

	private void notifyOwner(WebhookEndpointReported report, String wording, EventEnvelope event) {
		var news = NotificationNews.of(NotificationKind.WEBHOOK, wording, "webhook:" + event.id(),
				"/settings/webhooks/" + report.subscriptionId(), report.host());
		this.notificationDispatcher.dispatch(List.of(news.toUser(report.ownerId())));
	}

}
